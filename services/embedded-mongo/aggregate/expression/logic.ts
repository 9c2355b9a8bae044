import { compareValues } from '../../bson/key.ts';
import { BSON, type RawValue } from '../../bson/raw.ts';
import { elementsOf, entriesOf } from '../../bson/value.ts';
import { CommandError } from '../../errors.ts';
import { isTruthy } from '../../query/operands.ts';
import { type Evaluate, isNullish, type MakeOperator, namedOperands, operands, rawBool, rawInt } from './scope.ts';

const MISSING: RawValue = { type: BSON.undefined, buf: Buffer.alloc(0), at: 0, end: 0 };

/** MongoDB's total order, in which missing comes below null. */
export function compareLoosely(left: RawValue | undefined, right: RawValue | undefined): number {
  return compareValues(left ?? MISSING, right ?? MISSING);
}

/** Truth of a value that may be missing. */
export function holds(value: RawValue | undefined): boolean {
  return value !== undefined && isTruthy(value);
}

function comparison(says: (order: number) => boolean): MakeOperator {
  return (given, compile, name) => {
    const [left, right] = operands(name, given, compile, 2);
    return (scope) => rawBool(says(compareLoosely(left!(scope), right!(scope))));
  };
}

const compare: MakeOperator = (given, compile, name) => {
  const [left, right] = operands(name, given, compile, 2);
  return (scope) => rawInt(Math.sign(compareLoosely(left!(scope), right!(scope))));
};

const and: MakeOperator = (given, compile, name) => {
  const parts = operands(name, given, compile, 0, Infinity);
  return (scope) => rawBool(parts.every((part) => holds(part(scope))));
};

const or: MakeOperator = (given, compile, name) => {
  const parts = operands(name, given, compile, 0, Infinity);
  return (scope) => rawBool(parts.some((part) => holds(part(scope))));
};

const not: MakeOperator = (given, compile, name) => {
  const [part] = operands(name, given, compile, 1);
  return (scope) => rawBool(!holds(part!(scope)));
};

const cond: MakeOperator = (given, compile, name) => {
  let parts: Evaluate[];
  if (given.type === BSON.object) {
    const fields = namedOperands(name, given, { needed: ['if', 'then', 'else'] }, 17080);
    parts = ['if', 'then', 'else'].map((field) => compile(fields.get(field)!));
  } else parts = operands(name, given, compile, 3);
  const [test, then, otherwise] = parts;
  return (scope) => (holds(test!(scope)) ? then!(scope) : otherwise!(scope));
};

const ifNull: MakeOperator = (given, compile, name) => {
  const parts = operands(name, given, compile, 0, Infinity);
  if (parts.length < 2) throw new CommandError(1257300, '$ifNull needs at least two arguments, had: ' + parts.length);
  return (scope) => {
    let value: RawValue | undefined;
    for (const part of parts) {
      value = part(scope);
      if (!isNullish(value)) return value;
    }
    return value;
  };
};

const choose: MakeOperator = (given, compile, name) => {
  const fields = namedOperands(name, given, { needed: [], optional: ['branches', 'default'] }, 40067);
  const list = fields.get('branches');
  if (list !== undefined && list.type !== BSON.array)
    throw new CommandError(40061, "$switch expected an array for 'branches'");
  const branches = (list === undefined ? [] : elementsOf(list)).map((branch) => {
    const parts = namedOperands(name, branch, { needed: ['case', 'then'] }, 40064);
    return { test: compile(parts.get('case')!), then: compile(parts.get('then')!) };
  });
  if (branches.length === 0) throw new CommandError(40068, '$switch requires at least one branch');
  const fallback = fields.get('default');
  const otherwise = fallback === undefined ? undefined : compile(fallback);
  return (scope) => {
    const branch = branches.find(({ test }) => holds(test(scope)));
    if (branch !== undefined) return branch.then(scope);
    if (otherwise !== undefined) return otherwise(scope);
    throw new CommandError(
      40066,
      '$switch could not find a matching branch for an input, and no default was specified.',
    );
  };
};

const letIn: MakeOperator = (given, compile, name) => {
  const fields = namedOperands(name, given, { needed: ['vars', 'in'] }, 16876);
  const vars = fields.get('vars')!;
  if (vars.type !== BSON.object) throw new CommandError(10065, 'invalid parameter: expected an object (vars)');
  const bindings = entriesOf(vars).map(([variable, value]) => ({ name: checkedName(variable), value: compile(value) }));
  const body = compile(
    fields.get('in')!,
    bindings.map((binding) => binding.name),
  );
  return (scope) => {
    let { frame } = scope;
    for (const binding of bindings) frame = { name: binding.name, value: binding.value(scope), outer: frame };
    return body({ root: scope.root, frame });
  };
};

/** The name of a variable someone binds. @throws CommandError 16867, 16868 */
export function checkedName(name: string): string {
  if (name === '') throw new CommandError(16866, 'empty variable names are not allowed');
  if (!/^[a-z\u0080-\uffff]/.test(name) && name !== 'CURRENT')
    throw new CommandError(16867, `'${name}' starts with an invalid character for a user variable name`);
  if (/[^\w\u0080-\uffff]/.test(name))
    throw new CommandError(16868, `'${name}' contains an invalid character for a variable name`);
  return name;
}

/** Operators that compare, decide and name. */
export const LOGIC: readonly (readonly [string, MakeOperator])[] = [
  ['$eq', comparison((order) => order === 0)],
  ['$ne', comparison((order) => order !== 0)],
  ['$gt', comparison((order) => order > 0)],
  ['$gte', comparison((order) => order >= 0)],
  ['$lt', comparison((order) => order < 0)],
  ['$lte', comparison((order) => order <= 0)],
  ['$cmp', compare],
  ['$and', and],
  ['$or', or],
  ['$not', not],
  ['$cond', cond],
  ['$ifNull', ifNull],
  ['$switch', choose],
  ['$let', letIn],
];
