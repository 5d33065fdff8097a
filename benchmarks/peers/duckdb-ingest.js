// CSV to a table with customer numbers, sorted by customer and time, several times in one process: node duckdb-ingest.js FILE [REPEATS] [THREADS]
const { DuckDBInstance } = require('@duckdb/node-api');
const [csv, repeats = '1', threads = '2'] = process.argv.slice(2);
const touchpoints = ['ad_impression', 'ad_click', 'landing_page', 'search', 'product_view', 'product_compare', 'review_read', 'blog_read', 'newsletter_open', 'newsletter_click', 'add_to_cart', 'cart_view', 'checkout_start', 'payment_info', 'purchase', 'order_confirmation', 'shipping_update', 'delivery', 'unboxing_guide', 'onboarding_start', 'onboarding_done', 'support_chat', 'support_call', 'faq_view', 'return_request', 'renewal', 'upgrade', 'referral_share', 'survey_response', 'churn_cancel'];
const channels = ['web', 'mobile_app', 'email', 'store', 'call_center', 'social', 'partner', 'kiosk'];
const members = names => names.map(name => `'${name}'`).join(', ');

(async () => {
  const instance = await DuckDBInstance.create(':memory:', { threads });
  const connection = await instance.connect();
  await connection.run(`create type touchpoints as enum (${members(touchpoints)}); create type channels as enum (${members(channels)})`);
  for (let run = 1; run <= +repeats; run++) {
    const start = process.hrtime.bigint(), used = process.cpuUsage();
    await connection.run(`create table events as select customer_id, timestamp, touchpoint::touchpoints touchpoint, channel::channels channel, score from read_csv('${csv}', header = true, auto_detect = false, delim = ',', quote = '"', columns = {'customer_id': 'VARCHAR', 'touchpoint': 'VARCHAR', 'timestamp': 'TIMESTAMP', 'channel': 'VARCHAR', 'score': 'FLOAT'})`);
    await connection.run('create table customers as select customer_id, (row_number() over () - 1)::INTEGER id from (select distinct customer_id from events)');
    await connection.run('create table encoded as select customers.id customer, epoch_ms(timestamp) as moment, touchpoint, channel, score from events join customers using (customer_id)');
    await connection.run('drop table events');
    await connection.run('create table sorted as select * from encoded order by customer, moment');
    const wall = Number(process.hrtime.bigint() - start) / 1e6, cpu = process.cpuUsage(used);
    const count = (await (await connection.runAndReadAll('select count(*), count(distinct customer) from sorted')).getRowsJson())[0];
    console.log(`duckdb, ${threads} threads, run ${run}: ${count[0]} events of ${count[1]} customers, wall ${wall.toFixed(0)} ms, processor ${((cpu.user + cpu.system) / 1000).toFixed(0)} ms`);
    await connection.run('drop table encoded; drop table customers; drop table sorted');
  }
})();
