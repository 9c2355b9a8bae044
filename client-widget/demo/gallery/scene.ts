import type {
  BranchOf,
  EditableComment,
  Featured,
  OwnCommentView,
  ThreadChanges,
  ThreadMine,
  ThreadPage,
} from '../../../shared/comment.ts';
import type { Inbox } from '../../../shared/notification.ts';
import type { Nudge } from '../../../shared/nudge.ts';
import type { ErasureState, OwnList } from '../../../shared/own.ts';
import type { Preview } from '../../../shared/preview.ts';
import type { ProblemDocument } from '../../../shared/problem.ts';
import type { SignInAttempt, SignInWays } from '../../../shared/sign-in.ts';
import type { Participants, ThreadSearch } from '../../../shared/thread-search.ts';

/** What a scene's service answers; what is missing is as if nobody were reached. */
export interface Answers {
  page: Answer<ThreadPage>;
  mine?: Answer<ThreadMine>;
  changes?: Answer<ThreadChanges>;
  post?: Answer<OwnCommentView | Nudge>;
  edit?: Answer<OwnCommentView>;
  editable?: Answer<EditableComment>;
  branch?: Answer<BranchOf>;
  search?: Answer<ThreadSearch>;
  featured?: Answer<Featured>;
  preview?: Answer<Preview>;
  participants?: Answer<Participants>;
  inbox?: Answer<Inbox>;
  own?: Answer<OwnList>;
  erasure?: Answer<ErasureState>;
  ways?: Answer<SignInWays>;
  attempt?: Answer<SignInAttempt>;
}

type Answer<Body> = Body | ProblemDocument | 'never' | 'unreachable';

/** What a reader does, by selectors within the element: press something, or write in a field. */
export type Step = { press: string } | { write: string; in: string };

/** One state of the comments, and how it is come by. */
export interface Scene {
  name: string;
  title: { en: string; fr: string };
  answers: Answers;
  /** Whether the reader has done something here before, and so is somebody. */
  known?: true;
  attributes?: Record<string, string>;
  steps?: readonly Step[];
  /** What is there when it is complete. */
  shows: string;
  /** It lies over the page or wants the focus, and is shown by itself only. */
  alone?: true;
}
