using CustomerJourney.Classification.Tracking;
using Microsoft.Data.Sqlite;

namespace CustomerJourney.Tests.Classification.Tracking;

public class StoreTests
{
    [Fact]
    public async Task A_store_in_memory_keeps_states()
    {
        await StoreContract.HoldsAsync(new InMemoryStageStore());
        await StoreContract.HasOneWinnerAsync(new InMemoryStageStore());
        await StoreContract.ServesATrackerAsync(new InMemoryStageStore());
    }

    [Fact]
    public async Task A_table_of_SQLite_keeps_states()
    {
        string file = Path.Combine(Path.GetTempPath(), $"stages-{Guid.NewGuid():N}.db");
        try
        {
            await using System.Data.Common.DbDataSource database = SqliteFactory.Instance.CreateDataSource($"Data Source={file};Pooling=False;Default Timeout=30");
            DatabaseStageStore store = new(database);
            await store.CreateTableAsync();
            await store.CreateTableAsync();
            await StoreContract.HoldsAsync(store);
            await StoreContract.HasOneWinnerAsync(store);
            await StoreContract.ServesATrackerAsync(store);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("stages; DROP TABLE x")]
    [InlineData("1st")]
    [InlineData("a.b.c")]
    [InlineData("stages\n")]
    [InlineData("\"quoted\"")]
    public async Task Other_names_of_tables_than_words_are_refused(string table)
    {
        await using System.Data.Common.DbDataSource database = SqliteFactory.Instance.CreateDataSource("Data Source=:memory:");
        Assert.Contains("must be letters a-z", Assert.Throws<ArgumentException>(() => new DatabaseStageStore(database, table)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_of_the_database_comes_out_as_it_is()
    {
        await using System.Data.Common.DbDataSource database = SqliteFactory.Instance.CreateDataSource("Data Source=:memory:");
        await Assert.ThrowsAsync<SqliteException>(async () => await new DatabaseStageStore(database).TrySaveAsync(new() { Customer = "ann", Version = 1, Stage = null, Json = "{}" }, default));
    }
}
