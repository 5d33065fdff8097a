// CSV to a table with customer numbers, sorted by customer and time, several times in one process: node polars-ingest.js FILE [REPEATS]
// POLARS_MAX_THREADS sets the number of threads.
const pl = require('nodejs-polars').default;
const [csv, repeats = '1'] = process.argv.slice(2);

for (let run = 1; run <= +repeats; run++) {
  const start = process.hrtime.bigint(), used = process.cpuUsage();
  const text = pl.readCSV(csv, { schema: { customer_id: pl.String, touchpoint: pl.String, timestamp: pl.String, channel: pl.String, score: pl.Float32 }, hasHeader: true });
  const sorted = text.lazy()
    .withColumns(
      pl.col('timestamp').str.strptime(pl.Datetime('ms'), '%Y-%m-%dT%H:%M:%S%.3fZ').cast(pl.Int64).alias('time'),
      pl.col('touchpoint').cast(pl.Categorical),
      pl.col('channel').cast(pl.Categorical),
      pl.col('customer_id').cast(pl.Categorical).cast(pl.UInt32).alias('customer'))
    .select('customer', 'time', 'touchpoint', 'channel', 'score')
    .sort(['customer', 'time'])
    .collectSync();
  const wall = Number(process.hrtime.bigint() - start) / 1e6, cpu = process.cpuUsage(used);
  console.log(`polars, run ${run}: ${sorted.height} events, wall ${wall.toFixed(0)} ms, processor ${((cpu.user + cpu.system) / 1000).toFixed(0)} ms`);
}
