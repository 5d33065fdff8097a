using CustomerJourney.Events;

namespace CustomerJourney.Classification.Machine;

/// <summary>An <see cref="EventDemand"/> in the codes of a log.</summary>
internal sealed class LogDemand
{
    private readonly EventDemand _demand;
    private readonly LogColumns _columns;
    private readonly bool _isImpossible;
    private readonly byte[]? _channels;
    private readonly int _channel;
    private readonly bool _isOfChannelOnly;
    private readonly int[][] _attributes;
    private readonly int[] _values;

    /// <param name="demand">What is asked for.</param>
    /// <param name="schema">The names of the log. What it does not name no event of it has.</param>
    /// <param name="columns">The columns of the log.</param>
    public LogDemand(EventDemand demand, LogSchema schema, LogColumns columns)
    {
        _demand = demand;
        _columns = columns;
        if (demand.Channel is { } channel)
        {
            _channel = schema.ChannelCode(channel);
            _channels = columns.Channels;
            _isImpossible = _channel < 0 || _channels is null;
        }

        int conditions = demand.Conditions.Count;
        _attributes = new int[conditions][];
        _values = new int[conditions];
        for (int condition = 0; condition < conditions; condition++)
        {
            EventCondition asked = demand.Conditions[condition];
            AttributeColumn? column = Array.Find(columns.EventAttributes, attribute => attribute.Name == asked.Attribute);
            _attributes[condition] = column?.Codes ?? [];
            _values[condition] = column is null ? -1 : Array.BinarySearch(column.Values, asked.Value, StringComparer.Ordinal);
            _isImpossible |= _values[condition] < 0;
        }

        _isImpossible |= NeedsAmount && columns.Money is null;
        _isImpossible |= NeedsAnswer && columns.Feedback is null;
        _isOfChannelOnly = !_isImpossible && conditions == 0 && !NeedsAmount && !NeedsAnswer;
    }

    public bool NeedsAmount => _demand.MinimumUnits is not null;

    public bool NeedsAnswer => _demand.NeedsAnswer;

    /// <summary>Whether an event has all that is asked for.</summary>
    /// <param name="index">The event.</param>
    /// <param name="amount">The index of its amount, -1 if it carries none.</param>
    /// <param name="answer">The index of its answer, -1 if it carries none.</param>
    public bool IsMetBy(int index, int amount, int answer) =>
        (_channels is null || _channels[index] == _channel) && (_isOfChannelOnly || HasRest(index, amount, answer));

    /// <summary>Whether an event of the channel has the rest of what is asked for.</summary>
    private bool HasRest(int index, int amount, int answer)
    {
        if (_isImpossible) return false;
        for (int condition = 0; condition < _values.Length; condition++)
        {
            if (_attributes[condition][index] != _values[condition]) return false;
        }

        if (NeedsAmount && !(amount >= 0 && _demand.IsMetByAmount(_columns.Money!.Units[amount], _columns.Money.Currency(amount)))) return false;
        return !NeedsAnswer || (answer >= 0 && _demand.IsMetByAnswer(_columns.Feedback!.Kinds[answer], _columns.Feedback.Scores[answer]));
    }
}
