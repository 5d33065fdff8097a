using System.Collections;
using System.Data.Common;

namespace CustomerJourney.Tests.IO;

/// <summary>A reader over rows in memory, for what real databases do not give: asynchronous only, synchronous only, odd types.</summary>
internal sealed class FakeReader(string[] names, params object?[][] rows) : DbDataReader
{
    private int _row = -1;

    /// <summary>Refuses to read rows or values synchronously.</summary>
    public bool AsynchronousOnly { get; init; }

    /// <summary>Refuses to read rows asynchronously.</summary>
    public bool SynchronousOnly { get; init; }

    /// <summary>Refuses to go back to a column, as a reader with sequential access does.</summary>
    public bool Sequential { get; init; }

    /// <summary>Thrown when the value of the last column of the first row is read.</summary>
    public Exception? Fault { get; init; }

    /// <summary>How many values were given as objects.</summary>
    public int Boxed { get; private set; }

    public bool Closed { get; set; }

    private int LastColumn { get; set; } = -1;

    public override int FieldCount => names.Length;

    public override bool IsClosed => Closed;

    public override bool HasRows => rows.Length > 0;

    public override int Depth => 0;

    public override int RecordsAffected => -1;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    public override string GetName(int ordinal) => names[ordinal];

    public override int GetOrdinal(string name) => Array.IndexOf(names, name);

    public override Type GetFieldType(int ordinal) => rows[_row][ordinal]?.GetType() ?? typeof(string);

    public override string GetDataTypeName(int ordinal) => GetFieldType(ordinal).Name.ToLowerInvariant();

    public override bool Read()
    {
        Refuse(AsynchronousOnly);
        return Step();
    }

    public override Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        Refuse(SynchronousOnly);
        return cancellationToken.IsCancellationRequested ? Task.FromCanceled<bool>(cancellationToken) : Task.FromResult(Step());
    }

    public override bool IsDBNull(int ordinal)
    {
        Refuse(AsynchronousOnly);
        return At(ordinal) is null;
    }

    public override async Task<bool> IsDBNullAsync(int ordinal, CancellationToken cancellationToken)
    {
        Refuse(SynchronousOnly);
        await Task.Yield();
        return At(ordinal) is null;
    }

    public override T GetFieldValue<T>(int ordinal)
    {
        Refuse(AsynchronousOnly);
        return (T)At(ordinal)!;
    }

    public override async Task<T> GetFieldValueAsync<T>(int ordinal, CancellationToken cancellationToken)
    {
        Refuse(SynchronousOnly);
        await Task.Yield();
        return (T)At(ordinal)!;
    }

    public override object GetValue(int ordinal)
    {
        Refuse(AsynchronousOnly);
        Boxed++;
        return At(ordinal) ?? DBNull.Value;
    }

    public override string GetString(int ordinal) => GetFieldValue<string>(ordinal);

    public override bool GetBoolean(int ordinal) => GetFieldValue<bool>(ordinal);

    public override byte GetByte(int ordinal) => GetFieldValue<byte>(ordinal);

    public override char GetChar(int ordinal) => GetFieldValue<char>(ordinal);

    public override DateTime GetDateTime(int ordinal) => GetFieldValue<DateTime>(ordinal);

    public override decimal GetDecimal(int ordinal) => GetFieldValue<decimal>(ordinal);

    public override double GetDouble(int ordinal) => GetFieldValue<double>(ordinal);

    public override float GetFloat(int ordinal) => GetFieldValue<float>(ordinal);

    public override Guid GetGuid(int ordinal) => GetFieldValue<Guid>(ordinal);

    public override short GetInt16(int ordinal) => GetFieldValue<short>(ordinal);

    public override int GetInt32(int ordinal) => GetFieldValue<int>(ordinal);

    public override long GetInt64(int ordinal) => GetFieldValue<long>(ordinal);

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    public override int GetValues(object[] values) => throw new NotSupportedException();

    public override bool NextResult() => throw new NotSupportedException();

    public override IEnumerator GetEnumerator() => throw new NotSupportedException();

    private static void Refuse(bool refused)
    {
        if (refused) throw new NotSupportedException("Not in this way.");
    }

    private bool Step()
    {
        LastColumn = -1;
        return ++_row < rows.Length;
    }

    private object? At(int ordinal)
    {
        if (Sequential && ordinal < LastColumn) throw new InvalidOperationException("Columns are read in order.");
        LastColumn = ordinal;
        if (Fault is not null && _row == 0 && ordinal == names.Length - 1) throw Fault;
        return rows[_row][ordinal];
    }
}
