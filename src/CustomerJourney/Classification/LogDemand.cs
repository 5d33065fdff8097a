using CustomerJourney.Classification.Machine;
using CustomerJourney.Events;

namespace CustomerJourney.Classification;

/// <summary>What a pattern asks of an event besides its name, by the codes of a log.</summary>
internal sealed class LogDemand
{
    private readonly EventDemand _demand;
    private readonly LogColumns _columns;
    private readonly int _channel = LogSchema.NoChannel;
    private readonly (int[] Codes, int Code)[] _conditions;

    /// <summary>Whether the log has no channel or no value that is asked for, so that no event of it has.</summary>
    private readonly bool _isNeverMet;

    public LogDemand(EventDemand demand, JourneyLog log)
    {
        _demand = demand;
        _columns = log.Columns;
        if (demand.Channel is { } channel)
        {
            int code = log.Schema.ChannelCode(channel);
            _isNeverMet = code < 0 || _columns.Channels is null;
            _channel = code;
        }

        List<(int[], int)> conditions = [];
        foreach (EventCondition condition in demand.Conditions)
        {
            AttributeColumn? column = Array.Find(_columns.EventAttributes, attribute => attribute.Name == condition.Attribute);
            int code = column is null ? -1 : Array.BinarySearch(column.Values, condition.Value, StringComparer.Ordinal);
            _isNeverMet |= code < 0;
            if (code >= 0) conditions.Add((column!.Codes, code));
        }

        _conditions = [.. conditions];
    }

    /// <param name="index">The event.</param>
    /// <param name="money">Its amount in the sparse column; -1 if none.</param>
    /// <param name="answer">Its answer in the sparse column; -1 if none.</param>
    public bool IsMetBy(int index, int money, int answer)
    {
        if (_isNeverMet) return false;
        if (_demand.Channel is not null && _columns.Channels![index] != _channel) return false;
        foreach ((int[] codes, int code) in _conditions)
        {
            if (codes[index] != code) return false;
        }

        if (_demand.MinimumUnits is not null && !(money >= 0 && _demand.IsMetByAmount(_columns.Money!.Units[money], _columns.Money.Currency(money)))) return false;
        return !_demand.NeedsAnswer || (answer >= 0 && _demand.IsMetByAnswer(_columns.Feedback!.Kinds[answer], _columns.Feedback.Scores[answer]));
    }
}
