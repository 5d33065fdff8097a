namespace CustomerJourney.Tests.IO;

/// <summary>A fact about a real PostgreSQL server; skipped with a message where none can be started.</summary>
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresServer.Missing;
}
