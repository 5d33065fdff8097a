using System.Data.Common;

namespace CustomerJourney.IO;

/// <summary>Reads single values of a <see cref="DbDataReader"/>, each by its type.</summary>
/// <remarks>
/// A row that was read asynchronously lies in memory, and a task a value would cost more than the value; so values are read synchronously,
/// and asynchronously only from a reader that refuses that with <see cref="NotSupportedException"/>.
/// </remarks>
internal sealed class DatabaseValues(DbDataReader reader)
{
    private bool _isAsynchronous;

    /// <summary>Reads a value into a row.</summary>
    public ValueTask ReadAsync(DatabaseRow row, int place, CancellationToken cancellationToken)
    {
        if (!_isAsynchronous)
        {
            try
            {
                Read(row, place);
                return ValueTask.CompletedTask;
            }
            catch (NotSupportedException)
            {
                _isAsynchronous = true;
            }
            catch (Exception exception) when (IsOfTheValue(exception))
            {
                Reject(row, place);
                return ValueTask.CompletedTask;
            }
        }

        return ReadSlowlyAsync(row, place, cancellationToken);
    }

    private void Read(DatabaseRow row, int place)
    {
        if (reader.IsDBNull(place)) return;
        Type type = reader.GetFieldType(place);
        if (type == typeof(string)) row.Set(place, reader.GetString(place));
        else if (type == typeof(long)) row.Set(place, reader.GetFieldValue<long>(place));
        else if (type == typeof(int)) row.Set(place, reader.GetFieldValue<int>(place));
        else if (type == typeof(DateTime)) row.Set(place, reader.GetFieldValue<DateTime>(place));
        else if (type == typeof(DateTimeOffset)) row.Set(place, reader.GetFieldValue<DateTimeOffset>(place));
        else if (type == typeof(DateOnly)) row.Set(place, reader.GetFieldValue<DateOnly>(place));
        else if (type == typeof(double)) row.Set(place, reader.GetFieldValue<double>(place));
        else if (type == typeof(decimal)) row.Set(place, reader.GetFieldValue<decimal>(place));
        else if (type == typeof(Guid)) row.Set(place, reader.GetFieldValue<Guid>(place));
        else if (type == typeof(bool)) row.Set(place, reader.GetFieldValue<bool>(place));
        else if (type == typeof(short)) row.Set(place, reader.GetFieldValue<short>(place));
        else if (type == typeof(float)) row.Set(place, reader.GetFieldValue<float>(place));
        else SetObject(row, place, reader.GetValue(place));
    }

    private async ValueTask ReadSlowlyAsync(DatabaseRow row, int place, CancellationToken cancellationToken)
    {
        try
        {
            if (await reader.IsDBNullAsync(place, cancellationToken).ConfigureAwait(false)) return;
            Type type = reader.GetFieldType(place);
            if (type == typeof(string)) row.Set(place, await GetAsync<string>(place, cancellationToken).ConfigureAwait(false));
            else if (type == typeof(long)) row.Set(place, await GetAsync<long>(place, cancellationToken).ConfigureAwait(false));
            else if (type == typeof(int)) row.Set(place, await GetAsync<int>(place, cancellationToken).ConfigureAwait(false));
            else if (type == typeof(DateTime)) row.Set(place, await GetAsync<DateTime>(place, cancellationToken).ConfigureAwait(false));
            else if (type == typeof(DateTimeOffset)) row.Set(place, await GetAsync<DateTimeOffset>(place, cancellationToken).ConfigureAwait(false));
            else if (type == typeof(DateOnly)) row.Set(place, await GetAsync<DateOnly>(place, cancellationToken).ConfigureAwait(false));
            else if (type == typeof(double)) row.Set(place, await GetAsync<double>(place, cancellationToken).ConfigureAwait(false));
            else if (type == typeof(decimal)) row.Set(place, await GetAsync<decimal>(place, cancellationToken).ConfigureAwait(false));
            else if (type == typeof(Guid)) row.Set(place, await GetAsync<Guid>(place, cancellationToken).ConfigureAwait(false));
            else if (type == typeof(bool)) row.Set(place, await GetAsync<bool>(place, cancellationToken).ConfigureAwait(false));
            else SetObject(row, place, await GetAsync<object>(place, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception exception) when (IsOfTheValue(exception))
        {
            Reject(row, place);
        }
    }

    private Task<T> GetAsync<T>(int place, CancellationToken cancellationToken) => reader.GetFieldValueAsync<T>(place, cancellationToken);

    /// <summary>Keeps a value whose type is seldom, or not known before it is seen.</summary>
    private static void SetObject(DatabaseRow row, int place, object value)
    {
        switch (value)
        {
            case DBNull: break;
            case string text: row.Set(place, text); break;
            case DateTime time: row.Set(place, time); break;
            case DateTimeOffset time: row.Set(place, time); break;
            case DateOnly date: row.Set(place, date); break;
            case bool truth: row.Set(place, truth); break;
            case TimeOnly time: row.Set(place, time, "HH:mm:ss.FFFFFFF"); break;
            case IUtf8SpanFormattable formattable: row.Set(place, formattable); break;
            default:
                row.Set(place, value.GetType().Name);
                row.Reject(place, "is of this type, which is neither a text nor a number, a time, a truth value or a Guid; convert it in the query");
                break;
        }
    }

    /// <summary>Whether the value is at fault and the rows after it can be read all the same.</summary>
    private static bool IsOfTheValue(Exception exception) => exception is InvalidCastException or FormatException or OverflowException or ArgumentOutOfRangeException or NotSupportedException;

    private void Reject(DatabaseRow row, int place)
    {
        row.Set(place, reader.GetDataTypeName(place));
        row.Reject(place, "has a value of this type that .NET cannot hold; convert it in the query");
    }
}
