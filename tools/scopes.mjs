// Which name means what in a module: every place where something is named, with what it is bound to.
import ts from 'typescript';

/** What declares names, and all that is used of outer ones, here or below. */
export class Scope {
  /** @type {Scope[]} */
  below = [];
  /** @type {Map<string, Binding>} by the name as written */
  own = new Map();
  /** @type {Set<Binding>} of outer scopes, or nobody's, that are used here or below */
  used = new Set();

  /**
   * @param {Scope | null} above
   * @param {{isBody?: boolean, beside?: Scope}} options whether `var` stops here; a scope whose names may not be declared here
   *   again, as those of parameters in a function's body
   */
  constructor(above, { isBody = false, beside } = {}) {
    Object.assign(this, { above, isBody, beside });
    above?.below.push(this);
  }

  /** @param {ts.Identifier} id */
  declare({ text }) {
    if (!this.own.has(text)) this.own.set(text, { was: text, places: [], scope: this });
  }

  get body() {
    return this.isBody ? this : this.above.body;
  }
}

/**
 * @typedef {{was: string, places: Place[], scope: Scope | null, name?: string}} Binding nobody's without a scope: it is global
 * @typedef {{id: ts.Identifier, scope: Scope}} Place
 */

/**
 * Reads a module of JavaScript, as bundlers write it: strict, without `with` and `eval`, and with one list of what it exports.
 * @returns {{root: Scope, places: (Place & {binding: Binding})[]}} in the order of the text
 */
export function scopesOf(code) {
  const file = ts.createSourceFile('module.js', code, ts.ScriptTarget.ESNext, true, ts.ScriptKind.JS);
  if (file.statements.some(isExported)) throw new Error('what is exported is to stand in one list');
  const reader = new Reader();
  reader.hoist(file.statements, reader.root);
  reader.all(file.statements, reader.root);
  return { root: reader.root, places: reader.bound() };
}

const isExported = (statement) =>
  ts.isExportAssignment(statement) ||
  (statement.modifiers ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
const isBlockScoped = (list) => (list.flags & ts.NodeFlags.BlockScoped) !== 0;

class Reader {
  root = new Scope(null, { isBody: true });
  /** @type {Place[]} */
  places = [];

  /** Binds every place, now that all declarations are known. */
  bound() {
    const globals = new Map();
    for (const place of this.places) {
      const { text } = place.id;
      const passed = [];
      let { scope } = place;
      for (; scope && !scope.own.has(text); scope = scope.above) passed.push(scope);
      if (!scope && !globals.has(text)) globals.set(text, { was: text, name: text, places: [], scope: null });
      place.binding = scope?.own.get(text) ?? globals.get(text);
      place.binding.places.push(place);
      for (const one of passed) one.used.add(place.binding);
    }
    return this.places.sort((a, b) => a.id.pos - b.id.pos);
  }

  at(id, scope) {
    this.places.push({ id, scope });
  }

  all(nodes, scope) {
    nodes?.forEach((node) => this.visit(node, scope));
  }

  inside(node, scope) {
    ts.forEachChild(node, (child) => this.visit(child, scope));
  }

  /** Declares the names of a pattern in one scope; they are written in another one, if it is `var`. */
  declare(name, into, scope) {
    if (ts.isIdentifier(name)) {
      into.declare(name);
      this.at(name, scope);
    } else for (const element of name.elements) if (element.name) this.declare(element.name, into, scope);
  }

  /** What else a pattern holds: defaults and computed keys. */
  defaults(name, scope) {
    for (const { propertyName, name: inner, initializer } of name.elements ?? []) {
      if (propertyName) this.key(propertyName, scope);
      if (inner) this.defaults(inner, scope);
      if (initializer) this.visit(initializer, scope);
    }
  }

  key(name, scope) {
    if (ts.isComputedPropertyName(name)) this.visit(name.expression, scope);
  }

  /** What is declared straight in a block and known in all of it. */
  hoist(statements, scope) {
    for (const statement of statements) {
      const isNamed = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement);
      if (isNamed && statement.name) scope.declare(statement.name);
      if (ts.isVariableStatement(statement)) this.hoistList(statement.declarationList, scope);
    }
  }

  hoistList(list, scope) {
    if (isBlockScoped(list)) for (const { name } of list.declarations) this.declare(name, scope, scope);
  }

  visit(node, scope) {
    if (ts.isIdentifier(node)) return this.at(node, scope);
    if (ts.isFunctionLike(node)) return this.function(node, scope);
    if (ts.isClassLike(node)) return this.class(node, scope);
    if (ts.isBlock(node)) return this.block(node, new Scope(scope));
    if (ts.isCaseBlock(node)) return this.cases(node, new Scope(scope));
    if (ts.isCatchClause(node)) return this.catch(node, new Scope(scope));
    if (ts.isForStatement(node) || ts.isForInStatement(node) || ts.isForOfStatement(node))
      return this.loop(node, new Scope(scope));
    if (ts.isVariableDeclarationList(node)) return this.variables(node, scope);
    if (ts.isPropertyAccessExpression(node)) return this.visit(node.expression, scope);
    if (ts.isPropertyAssignment(node)) {
      this.key(node.name, scope);
      return this.visit(node.initializer, scope);
    }
    if (ts.isImportDeclaration(node)) return this.imports(node.importClause?.namedBindings?.elements ?? []);
    if (ts.isExportDeclaration(node)) return this.exports(node.exportClause?.elements ?? []);
    if (ts.isLabeledStatement(node)) return this.visit(node.statement, scope);
    if (ts.isBreakOrContinueStatement(node) || ts.isMetaProperty(node)) return;
    this.inside(node, scope);
  }

  function(node, scope) {
    let outer = scope;
    if (node.name && ts.isFunctionExpression(node)) {
      outer = new Scope(scope);
      outer.declare(node.name);
    }
    if (node.name && ts.isIdentifier(node.name) && !ts.isMethodDeclaration(node) && !ts.isAccessor(node))
      this.at(node.name, outer);
    else if (node.name) this.key(node.name, scope);
    const head = new Scope(outer);
    for (const { name, initializer } of node.parameters) {
      this.declare(name, head, head);
      this.defaults(name, head);
      if (initializer) this.visit(initializer, head);
    }
    const body = new Scope(head, { isBody: true, beside: head });
    if (ts.isBlock(node.body)) this.block(node.body, body);
    else this.visit(node.body, body);
  }

  class(node, scope) {
    let outer = scope;
    if (node.name && ts.isClassExpression(node)) {
      outer = new Scope(scope);
      outer.declare(node.name);
    }
    if (node.name) this.at(node.name, outer);
    for (const { types } of node.heritageClauses ?? []) this.all(types, outer);
    for (const member of node.members) {
      if (!ts.isPropertyDeclaration(member)) this.visit(member, outer);
      else {
        this.key(member.name, outer);
        if (member.initializer) this.visit(member.initializer, outer);
      }
    }
  }

  block(node, scope) {
    this.hoist(node.statements, scope);
    this.all(node.statements, scope);
  }

  cases(node, scope) {
    for (const { statements } of node.clauses) this.hoist(statements, scope);
    this.all(node.clauses, scope);
  }

  catch({ variableDeclaration, block }, head) {
    if (variableDeclaration) {
      this.declare(variableDeclaration.name, head, head);
      this.defaults(variableDeclaration.name, head);
    }
    this.block(block, new Scope(head, { beside: head }));
  }

  loop(node, head) {
    if (node.initializer && ts.isVariableDeclarationList(node.initializer)) this.hoistList(node.initializer, head);
    this.inside(node, head);
  }

  variables(node, scope) {
    for (const { name, initializer } of node.declarations) {
      // The names of others are declared already, by the block they stand in.
      if (!isBlockScoped(node)) this.declare(name, scope.body, scope);
      this.defaults(name, scope);
      if (initializer) this.visit(initializer, scope);
    }
  }

  imports(specifiers) {
    for (const { name } of specifiers) this.declare(name, this.root, this.root);
  }

  exports(specifiers) {
    for (const { name, propertyName = name } of specifiers) this.at(propertyName, this.root);
  }
}
