const pl = require('nodejs-polars').default; const csv = process.argv[2];
const t0 = Date.now(), c0 = process.cpuUsage();
const df0 = pl.readCSV(csv, { schema: { customer_id: pl.String, touchpoint: pl.String, timestamp: pl.String, channel: pl.String, score: pl.Float32 }, hasHeader: true });
const df = df0.lazy().withColumns(pl.col('timestamp').str.strptime(pl.Datetime('ms'), '%Y-%m-%dT%H:%M:%S%.3fZ').cast(pl.Int64).alias('ts'), pl.col('touchpoint').cast(pl.Categorical).alias('tp'), pl.col('channel').cast(pl.Categorical).alias('ch'), pl.col('customer_id').cast(pl.Categorical).cast(pl.UInt32).alias('cust')).select('cust', 'ts', 'tp', 'ch', 'score').sort(['cust', 'ts']).collectSync();
const d = process.cpuUsage(c0); console.log('polars', df.shape, 'wall', Date.now() - t0, 'cpu', Math.round((d.user + d.system) / 1000));
