/**
 * What more than one part of the widget is made of. Every part names this file, so that the bundler makes one file of it
 * all instead of one for each combination of parts: a reader's first view is then three requests.
 */
import 'preact';
import 'preact/hooks';
import 'preact/jsx-runtime';
import '../../shared/limits.ts';
import './context.ts';
import './draft.ts';
import './relative-time.ts';
import './styles.ts';
import './thread-state.ts';
