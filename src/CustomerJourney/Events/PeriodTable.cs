using System.Numerics;

namespace CustomerJourney.Events;

/// <summary>The calendar periods of a span of time, found by their first instants, since days are not all 24 hours long.</summary>
internal sealed class PeriodTable
{
    private readonly long[] _starts;

    // Time cut into equal pieces about half as long as a period: the period that holds the start of each. A search would cost a retention curve half of its time.
    private readonly int[] _periodOfPiece = [];
    private readonly int _pieceBits;

    public PeriodTable(TimeRange? range, CalendarUnit unit, ReportingCalendar calendar)
    {
        List<DateOnly> days = [];
        List<long> starts = [];
        if (range is TimeRange span)
        {
            for (DateOnly day = calendar.PeriodOf(span.Start, unit); ; day = ReportingCalendar.Later(day, unit))
            {
                DateTimeOffset start = calendar.StartOf(day);
                if (start >= span.End) break;
                days.Add(day);
                starts.Add(start.UtcTicks);
            }
        }

        Days = days;
        Names = [.. days.Select(day => calendar.NameOf(day, unit))];
        _starts = [.. starts];
        if (range is TimeRange whole && starts.Count > 0)
        {
            long length = whole.End.UtcTicks - _starts[0];
            _pieceBits = BitOperations.Log2((ulong)Math.Max(1, length / (2 * _starts.Length)));
            _periodOfPiece = new int[(length >> _pieceBits) + 1];
            for (int piece = 1; piece < _periodOfPiece.Length; piece++)
                _periodOfPiece[piece] = Advance(_periodOfPiece[piece - 1], _starts[0] + ((long)piece << _pieceBits));
        }
    }

    /// <summary>The first day of each period, ascending, without gaps.</summary>
    public IReadOnlyList<DateOnly> Days { get; }

    public IReadOnlyList<string> Names { get; }

    /// <summary>The first instant of each period, in UTC ticks, ascending.</summary>
    public ReadOnlySpan<long> Starts => _starts;

    /// <summary>The period that holds an instant of the span.</summary>
    public int IndexOf(long ticks) => Advance(_periodOfPiece[(ticks - _starts[0]) >> _pieceBits], ticks);

    /// <summary>The last period that has begun at an instant, from one that has. Of periods that begin together (a day that a zone skipped) it is the last.</summary>
    private int Advance(int period, long ticks)
    {
        long[] starts = _starts;
        while (period + 1 < starts.Length && starts[period + 1] <= ticks) period++;
        return period;
    }
}
