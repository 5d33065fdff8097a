using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using CustomerJourney.Building;
using CustomerJourney.Events;

namespace CustomerJourney.Classification.Tracking;

/// <summary>Keeps states in a table of any ADO.NET database, one row a customer: <c>customer</c> (key), <c>version</c>, <c>stage</c> (the id of the current stage, for queries and joins) and <c>state</c>.</summary>
/// <remarks>
/// Every save is one statement that checks the version, so a process that is killed leaves the row before or the row after, and two processes never overwrite each other. Tried with SQLite and PostgreSQL;
/// parameters are written <c>@name</c>, which SQL Server and MySQL read too. Ids of customers are compared ordinally, so the column <c>customer</c> needs a binary collation where the database would take upper and lower case
/// for the same; a row of another customer is never read, overwritten or removed.
/// </remarks>
public sealed partial class DatabaseStageStore : IStageStore
{
    private readonly DbDataSource _database;
    private readonly string _table;

    /// <summary>Makes a store over a table.</summary>
    /// <param name="database">The database, for example <c>NpgsqlDataSource.Create(…)</c> or <c>SqliteFactory.Instance.CreateDataSource(…)</c>. The store does not dispose of it.</param>
    /// <param name="table">The name of the table: letters of a to z, digits and underscores, with a schema before a dot if need be.</param>
    /// <exception cref="ArgumentException">The name of the table has other characters.</exception>
    public DatabaseStageStore(DbDataSource database, string table = "customer_stage")
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(table);
        if (!TableName().IsMatch(table))
            throw new ArgumentException($"The name of the table '{table}' must be letters a-z, digits and underscores, not beginning with a digit, at most one dot: customer_stage or crm.customer_stage.", nameof(table));
        _database = database;
        _table = table;
    }

    /// <summary>The statement by which <see cref="CreateTableAsync"/> makes the table. Databases that need a length for keys (SQL Server, MySQL) want <c>varchar(200)</c> for <c>customer</c>.</summary>
    public string CreateTableStatement => $"CREATE TABLE IF NOT EXISTS {_table} (customer TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, stage TEXT NULL, state TEXT NOT NULL)";

    /// <summary>Makes the table, if there is none.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task CreateTableAsync(CancellationToken cancellationToken = default) =>
        await WithAsync(CreateTableStatement, [], command => command.ExecuteNonQueryAsync(cancellationToken), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask<StageState?> FindAsync(string customer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(customer);
        return await WithAsync($"SELECT customer, version, stage, state FROM {_table} WHERE customer = @customer", [("@customer", customer)], command => ReadAsync(command, customer, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> TrySaveAsync(StageState state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Version == 1
            ? await TryInsertAsync(state, cancellationToken).ConfigureAwait(false)
            : await ExecuteAsync(
                $"UPDATE {_table} SET version = @version, stage = @stage, state = @state WHERE customer = @customer AND version = @before",
                [.. Columns(state), ("@before", state.Version - 1)],
                cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> RemoveAsync(string customer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(customer);
        // Finding throws where the database would take another customer for this one and remove him.
        return await FindAsync(customer, cancellationToken).ConfigureAwait(false) is not null
            && await ExecuteAsync($"DELETE FROM {_table} WHERE customer = @customer", [("@customer", customer)], cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> TryInsertAsync(StageState state, CancellationToken cancellationToken)
    {
        try
        {
            return await ExecuteAsync(
                $"INSERT INTO {_table} (customer, version, stage, state) SELECT @customer, @version, @stage, @state WHERE NOT EXISTS (SELECT 1 FROM {_table} WHERE customer = @customer)",
                Columns(state),
                cancellationToken).ConfigureAwait(false);
        }
        catch (DbException) when (!cancellationToken.IsCancellationRequested)
        {
            // Databases tell a broken key in different ways. If the row is there now, somebody was faster; anything else is an error.
            if (await FindAsync(state.Customer, cancellationToken).ConfigureAwait(false) is not null) return false;
            throw;
        }
    }

    private static (string Name, object? Value)[] Columns(StageState state) => [("@customer", state.Customer), ("@version", state.Version), ("@stage", state.Stage), ("@state", state.Json)];

    private static async Task<StageState?> ReadAsync(DbCommand command, string customer, CancellationToken cancellationToken)
    {
        DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) return null;
            if (reader.GetString(0) is var found && found != customer)
                throw new InvalidDataException($"The database takes '{Shown(found)}' and '{Shown(customer)}' for one customer; give the column customer a binary collation.");
            return new StageState
            {
                Customer = customer,
                Version = Convert.ToInt64(reader.GetValue(1), CultureInfo.InvariantCulture),
                Stage = reader.IsDBNull(2) ? null : reader.GetString(2),
                Json = reader.GetString(3),
            };
        }
    }

    private static string Shown(string customer) => VisibleText.Of(ReadLimits.Default.Shown(customer));

    /// <summary>Runs a statement that changes one row or none, and says whether it did.</summary>
    private async Task<bool> ExecuteAsync(string text, (string Name, object? Value)[] parameters, CancellationToken cancellationToken) =>
        await WithAsync(text, parameters, command => command.ExecuteNonQueryAsync(cancellationToken), cancellationToken).ConfigureAwait(false) == 1;

    private async Task<T> WithAsync<T>(string text, (string Name, object? Value)[] parameters, Func<DbCommand, Task<T>> run, CancellationToken cancellationToken)
    {
        DbConnection connection = await _database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            DbCommand command = Command(connection, text, parameters);
            await using (command.ConfigureAwait(false)) return await run(command).ConfigureAwait(false);
        }
    }

    private static DbCommand Command(DbConnection connection, string text, (string Name, object? Value)[] parameters)
    {
        DbCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The only part that varies is the name of the table, which the constructor has checked; values are parameters.
        command.CommandText = text;
#pragma warning restore CA2100
        foreach ((string name, object? value) in parameters)
        {
            DbParameter parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            if (value is null) parameter.DbType = System.Data.DbType.String;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)?\\z", RegexOptions.CultureInvariant)]
    private static partial Regex TableName();
}
