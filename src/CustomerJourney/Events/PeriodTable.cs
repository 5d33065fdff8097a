using System.Globalization;
using System.Numerics;

namespace CustomerJourney.Events;

/// <summary>The calendar periods of a span of time, found by their first instants, since days are not all 24 hours long.</summary>
internal sealed class PeriodTable
{
    /// <summary>More than two centuries: a log with more has dates in it that are none, such as 9999-12-31, and would give millions of empty rows.</summary>
    private const int MostDays = 100_000;

    private readonly long[] _starts;

    // Time cut into equal pieces about half as long as a period: the period that holds the start of each. A search would cost a retention curve half of its time.
    private readonly int[] _periodOfPiece = [];
    private readonly int _pieceBits;

    public PeriodTable(TimeRange? range, CalendarUnit unit, ReportingCalendar calendar)
    {
        if (range is TimeRange wide && unit == CalendarUnit.Day && wide.Length.TotalDays > MostDays)
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture,
                $"The log spans {wide.Length.TotalDays:N0} days, {wide}, more than the {MostDays:N0} that it can be grouped by. Cut dates that stand for 'never' off with log.Within(range), or group by longer periods."));
        Days = range is TimeRange span && span.Start < span.End
            ? [.. calendar.PeriodsBetween(calendar.PeriodOf(span.Start, unit), calendar.PeriodOf(span.End.AddTicks(-1), unit), unit)]
            : [];
        Names = [.. Days.Select(day => calendar.NameOf(day, unit))];
        _starts = [.. Days.Select(day => calendar.StartOf(day).UtcTicks)];
        if (_starts.Length == 0) return;
        long length = range!.Value.End.UtcTicks - _starts[0];
        _pieceBits = BitOperations.Log2((ulong)Math.Max(1, length / (2 * _starts.Length)));
        _periodOfPiece = new int[(length >> _pieceBits) + 1];
        for (int piece = 1; piece < _periodOfPiece.Length; piece++)
            _periodOfPiece[piece] = Advance(_periodOfPiece[piece - 1], _starts[0] + ((long)piece << _pieceBits));
    }

    /// <summary>The first day of each period, ascending, without gaps.</summary>
    public IReadOnlyList<DateOnly> Days { get; }

    public IReadOnlyList<string> Names { get; }

    /// <summary>The first instant of each period, in UTC ticks, ascending.</summary>
    public ReadOnlySpan<long> Starts => _starts;

    /// <summary>The period that holds an instant of the span.</summary>
    public int IndexOf(long ticks) => Advance(_periodOfPiece[(ticks - _starts[0]) >> _pieceBits], ticks);

    /// <summary>The last period that has begun at an instant, from one that has.</summary>
    private int Advance(int period, long ticks)
    {
        long[] starts = _starts;
        while (period + 1 < starts.Length && starts[period + 1] <= ticks) period++;
        return period;
    }
}
