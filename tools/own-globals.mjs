/** Where the names of a surrounding are declared. */
const SURROUNDINGS = { browser: [/\/lib\.dom[\w.]*\.d\.ts$/], node: [/\/@types\/node\//, /\/undici-types\//] };

/**
 * An ESLint rule. The service runs without a browser, pages run without Node, and what both ends share may lean on neither; yet all
 * are typed as one program, which knows the names of both. Options: the surroundings whose own names are not there.
 */
export const ownGlobals = {
  meta: {
    type: 'problem',
    schema: { type: 'array', items: { enum: Object.keys(SURROUNDINGS) } },
    messages: { foreign: "'{{name}}' is there only in {{surrounding}}." },
  },
  create(context) {
    const { program, esTreeNodeToTSNodeMap } = context.sourceCode.parserServices;
    const checker = program.getTypeChecker();
    return {
      'Program:exit'() {
        const { globalScope } = context.sourceCode.scopeManager;
        // What the parser knows of a library is a variable without a definition; what it does not know went through.
        const known = globalScope.variables.filter(({ defs }) => defs.length === 0);
        for (const { identifier } of [...known.flatMap(({ references }) => references), ...globalScope.through]) {
          const declared = checker.getSymbolAtLocation(esTreeNodeToTSNodeMap.get(identifier))?.declarations ?? [];
          const files = declared.map((one) => one.getSourceFile().fileName);
          const surrounding = context.options.find(
            (name) => files.length > 0 && files.every((file) => SURROUNDINGS[name].some((one) => one.test(file))),
          );
          if (surrounding !== undefined)
            context.report({ node: identifier, messageId: 'foreign', data: { name: identifier.name, surrounding } });
        }
      },
    };
  },
};
