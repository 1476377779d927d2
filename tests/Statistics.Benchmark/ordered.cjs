// Azurite looks at every row of a table for a range of keys, and keeps a table on disk as one JSON text. A table of Azure is kept in the order of its keys.
// Loaded into Azurite before it starts (node --require), this keeps its tables in memory alone and in the order of their keys, so that a question takes what it reads.
"use strict";
const fs = require("fs");
const path = require("path");

const program = fs.realpathSync(process.argv[1] ?? __filename);
if (path.basename(program) === "azurite.js") {
  const at = process.argv.indexOf("--location");
  if (at > 0) process.argv.splice(at, 2, "--inMemoryPersistence");

  const Store = require(path.join(path.dirname(program), "table/persistence/LokiTableMetadataStore")).default;
  const Query = require(path.join(path.dirname(program), "table/persistence/LokiTableStoreQueryGenerator")).default;
  const range = /^\(*PartitionKey eq '((?:[^']|'')*)'\)*(?: and \(*RowKey ge '((?:[^']|'')*)'\)* and \(*RowKey lt '((?:[^']|'')*)'\)*( and .*)?)?$/;
  const text = (quoted) => quoted.replaceAll("''", "'");
  const scan = Store.prototype.queryTableEntities;

  Store.prototype.createCollectionForTable = function (table) {
    keepOrder(this.db.addCollection(this.getTableCollectionName(table.account, table.table), {}));
  };

  Store.prototype.queryTableEntities = async function (context, account, table, options, nextPartition, nextRow) {
    const asked = range.exec(options.filter ?? "");
    const ordered = this.getEntityCollection(account, table, context).ordered;
    if (!asked || !ordered) return scan.apply(this, arguments);
    const partition = ordered.get(text(asked[1]));
    const most = this.getMaxResultsOption(options);
    const from = nextRow === undefined ? text(asked[2] ?? "") : this.decodeContinuationHeader(nextRow);
    const found = [];
    const wanted = asked[4] ? Query.generateQueryForPersistenceLayer(options, context) : () => true;
    if (partition) {
      const before = asked[3] === undefined ? undefined : text(asked[3]);
      for (let i = indexOf(partition.keys, from); i < partition.keys.length && found.length <= most && (before === undefined || partition.keys[i] < before); i++) {
        const row = partition.rows.get(partition.keys[i]);
        if (wanted(row)) found.push(row);
      }
    }

    const { nextPartitionKeyResponse, nextRowKeyResponse } = this.adjustQueryResultforTop(found, most);
    return [found, nextPartitionKeyResponse, nextRowKeyResponse];
  };

  // The first index whose key is not before the one given.
  function indexOf(keys, key) {
    let [low, high] = [0, keys.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (keys[middle] < key) low = middle + 1;
      else high = middle;
    }

    return low;
  }

  function keepOrder(collection) {
    const ordered = (collection.ordered = new Map());
    const put = (row) => {
      let partition = ordered.get(row.PartitionKey);
      if (!partition) ordered.set(row.PartitionKey, (partition = { rows: new Map(), keys: [] }));
      if (!partition.rows.has(row.RowKey)) {
        const last = partition.keys.at(-1);
        if (last === undefined || last < row.RowKey) partition.keys.push(row.RowKey);
        else partition.keys.splice(indexOf(partition.keys, row.RowKey), 0, row.RowKey);
      }

      partition.rows.set(row.RowKey, row);
    };
    const drop = (row) => {
      const partition = ordered.get(row.PartitionKey);
      if (!partition?.rows.delete(row.RowKey)) return;
      partition.keys.splice(indexOf(partition.keys, row.RowKey), 1);
    };
    const after = (name, then) => {
      const usual = collection[name].bind(collection);
      collection[name] = (row) => {
        const result = usual(row);
        then(row);
        return result;
      };
    };
    after("insert", put);
    after("update", put);
    after("remove", drop);
    collection.findOne = ({ PartitionKey, RowKey }) => ordered.get(PartitionKey)?.rows.get(RowKey) ?? null;
  }
}
