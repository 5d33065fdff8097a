using System.Runtime.CompilerServices;
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

    /// <summary>Whether the event at which a walk is has all that is asked for.</summary>
    public bool IsMetBy(ref LogWalk walk) => (_channels is null || _channels[walk.Index] == _channel) && (_isOfChannelOnly || HasRest(ref walk));

    /// <summary>Whether an event of the channel has the rest of what is asked for.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool HasRest(ref LogWalk walk)
    {
        if (_isImpossible) return false;
        int index = walk.Index;
        for (int condition = 0; condition < _values.Length; condition++)
        {
            if (_attributes[condition][index] != _values[condition]) return false;
        }

        return (!NeedsAmount || HasAmount(ref walk)) && (!NeedsAnswer || HasAnswer(ref walk));
    }

    private bool HasAmount(ref LogWalk walk)
    {
        MoneyColumn money = _columns.Money!;
        return walk.AmountIn(money) is >= 0 and int amount && _demand.IsMetByAmount(money.Units[amount], money.Currency(amount));
    }

    private bool HasAnswer(ref LogWalk walk)
    {
        FeedbackColumn feedback = _columns.Feedback!;
        return walk.AnswerIn(feedback) is >= 0 and int answer && _demand.IsMetByAnswer(feedback.Kinds[answer], feedback.Scores[answer]);
    }
}
