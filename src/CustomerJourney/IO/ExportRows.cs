using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>Walks over the events of a log in its order; beside each its answer and its amount.</summary>
internal sealed class ExportRows(JourneyLog log)
{
    private const int RowsBetweenProgress = 65_536;
    private readonly LogColumns _columns = log.Columns;
    private readonly string[] _customers = log.CustomerArray;
    private int _nextAnswer;
    private int _nextAmount;

    /// <summary>The number of the current event; -1 before the first.</summary>
    public int Position { get; private set; } = -1;

    /// <summary>The number of the customer of the current event.</summary>
    public int Customer { get; private set; }

    /// <summary>The number of the current event's answer; -1 where it has none.</summary>
    public int Answer { get; private set; }

    /// <summary>The number of the current event's amount; -1 where it has none.</summary>
    public int Amount { get; private set; }

    public LogColumns Columns => _columns;

    public string CustomerName => _customers[Customer];

    public string EventName => log.Schema.Events[_columns.Events[Position]];

    /// <summary>The channel; <see langword="null"/> where there is none.</summary>
    public string? Channel => _columns.Channels is { } channels && channels[Position] is not LogSchema.NoChannel and byte code ? log.Schema.Channels[code] : null;

    /// <summary>The value of an attribute; <see langword="null"/> where there is none.</summary>
    public static string? ValueOf(AttributeColumn attribute, int index) => attribute.Codes[index] is >= 0 and int code ? attribute.Values[code] : null;

    public bool Next(IProgress<long>? progress, CancellationToken cancellationToken)
    {
        if (++Position % RowsBetweenProgress == 0 && Position > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(Position);
        }

        if (Position == _columns.EventCount)
        {
            progress?.Report(Position);
            return false;
        }

        while (Position >= _columns.Offsets[Customer + 1]) Customer++;
        Answer = IndexAt(_columns.Feedback?.Positions, ref _nextAnswer);
        Amount = IndexAt(_columns.Money?.Positions, ref _nextAmount);
        return true;
    }

    private int IndexAt(int[]? positions, ref int next) => positions is not null && next < positions.Length && positions[next] == Position ? next++ : -1;
}
