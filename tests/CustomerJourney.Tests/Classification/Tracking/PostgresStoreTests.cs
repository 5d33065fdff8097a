using CustomerJourney.Classification.Tracking;
using CustomerJourney.Tests.IO;
using Npgsql;

namespace CustomerJourney.Tests.Classification.Tracking;

public class PostgresStoreTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    [PostgresFact]
    public async Task A_table_of_PostgreSQL_keeps_states()
    {
        await using NpgsqlDataSource database = NpgsqlDataSource.Create(server.ConnectionString);
        DatabaseStageStore store = new(database, "public.customer_stage");
        await store.CreateTableAsync();
        await StoreContract.HoldsAsync(store);
        await StoreContract.HasOneWinnerAsync(store);
        await StoreContract.ServesATrackerAsync(store);
    }
}
