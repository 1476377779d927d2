// Prints what Bicep files declare and use, as JSON: an outline a file. Arguments: the folder with node_modules, then files.
'use strict';
const fs = require('fs');
const path = require('path');
const [modules, ...files] = process.argv.slice(2);
const load = name => require(path.join(path.resolve(modules), 'node_modules', name));
const parser = new (load('tree-sitter'))();
parser.setLanguage(load('tree-sitter-bicep'));

const unquoted = text => text.replace(/^'|'$/g, '');
const named = node => node.namedChildren;
const first = (node, type) => named(node).find(child => child.type === type);
const nameOf = node => first(node, 'identifier').text;

function walk(node, visit) {
  visit(node);
  for (const child of named(node)) walk(child, visit);
}

// The object that a resource or module is described by, whether or not it stands behind a condition or in a loop.
function body(node) {
  for (const child of named(node)) {
    if (child.type === 'object') return child;
    const inner = body(child);
    if (inner) return inner;
  }
  return null;
}

const properties = object => named(object).filter(child => child.type === 'object_property');
const keyOf = property => unquoted(named(property)[0].text);

function outlineOf(file) {
  // The grammar knows no files of parameters; an assignment there reads as a variable does.
  const source = fs.readFileSync(file, 'utf8');
  const isValues = file.endsWith('.bicepparam');
  const text = isValues ? source.replace(/^param /gm, 'var   ') : source;
  const tree = parser.parse(text, null, { bufferSize: Math.max(32768, text.length * 4) });
  const outline = { file, faults: [], values: [], parameters: [], variables: [], outputs: [], resources: [], modules: [], outputsUsed: [], names: [], keys: [], texts: [], calls: [] };
  const valueLines = new Set(source.split('\n').map((line, i) => (isValues && line.startsWith('param ') ? i : -1)));

  let decorators = [];
  for (const node of named(tree.rootNode)) {
    if (node.type === 'decorators') { decorators = named(node).map(d => d.text); continue; }
    if (node.type === 'parameter_declaration') {
      const parts = named(node);
      outline.parameters.push({ name: nameOf(node), type: first(node, 'type')?.text ?? '', hasDefault: parts.length > 2, secure: decorators.includes('@secure()') });
    } else if (node.type === 'variable_declaration') {
      (valueLines.has(node.startPosition.row) ? outline.values : outline.variables).push(nameOf(node));
    } else if (node.type === 'output_declaration') {
      outline.outputs.push(nameOf(node));
    } else if (node.type === 'module_declaration') {
      const described = properties(body(node));
      const given = described.find(p => keyOf(p) === 'params');
      outline.modules.push({
        name: nameOf(node),
        path: unquoted(first(node, 'string').text),
        parameters: given ? properties(first(given, 'object')).map(keyOf) : [],
        isConditional: named(node).some(child => child.type === 'if_statement'),
      });
    }
    decorators = [];
  }

  walk(tree.rootNode, node => {
    if (node.type === 'ERROR' || node.isMissing) outline.faults.push(`${file}:${node.startPosition.row + 1}: ${node.text.slice(0, 60)}`);
    if (node.type === 'resource_declaration') {
      const [type, version] = unquoted(first(node, 'string').text).split('@');
      outline.resources.push({ name: nameOf(node), type, version: version ?? '', isExisting: /^resource \w+ '[^']*' existing\b/.test(node.text), isNested: node.parent?.type !== 'infrastructure' });
    }
    if (node.type === 'object_property') outline.keys.push(keyOf(node));
    if (node.type === 'string') outline.texts.push(unquoted(node.text));
    if (node.type === 'identifier' || node.type === 'compatible_identifier') outline.names.push(node.text);
    if (node.type === 'call_expression') outline.calls.push(node.text.slice(0, 200));
  });
  for (const [, module, output] of source.matchAll(/\b(\w+)!?\.outputs\.(\w+)/g)) outline.outputsUsed.push({ module, output });
  return outline;
}

process.stdout.write(JSON.stringify(files.map(outlineOf)));
