namespace CustomerJourney.Events;

/// <summary>Finds the events of a customer that repeat an earlier one: in every field, or its id alone.</summary>
internal sealed class RepeatFinder : IEqualityComparer<int>
{
    private const int PairwiseUpTo = 8;
    private readonly HashSet<int> _run;
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private LogColumns? _columns;
    private int _customer;

    public RepeatFinder() => _run = new(this);

    /// <summary>How many events of a customer equal an earlier one, and how many others have the id of an earlier one.</summary>
    public (long Events, long Ids) CountIn(in CustomerTrace trace)
    {
        _columns = trace.Columns;
        _customer = trace.Customer;
        ReadOnlySpan<long> ticks = trace.Ticks, starts = trace.StartedTicks;
        string?[]? ids = _columns.Ids;
        _ids.Clear();
        long events = 0, repeatedIds = 0;
        for (int position = 0, run = 0; position < trace.Length; position++)
        {
            if (position > 0 && (ticks[position] != ticks[position - 1] || starts[position] != starts[position - 1])) run = position;
            bool isRepeated = position > run && IsInRun(trace.Start + run, trace.Start + position);
            bool isKnownId = ids?[trace.Start + position] is { } id && !_ids.Add(id);
            if (isRepeated) events++;
            else if (isKnownId) repeatedIds++;
        }

        return (events, repeatedIds);
    }

    /// <summary>Equality of two events of the customer at one time in all other fields.</summary>
    public bool Equals(int x, int y)
    {
        LogColumns columns = _columns!;
        if (columns.Events[x] != columns.Events[y]) return false;
        if (columns.Channels is { } channels && channels[x] != channels[y]) return false;
        if (columns.RecordedAt is { } recorded && recorded[x] != recorded[y]) return false;
        if (columns.Sequences is { } sequences && sequences[x] != sequences[y]) return false;
        if (columns.Ids is { } ids && ids[x] != ids[y]) return false;
        foreach (AttributeColumn attribute in columns.EventAttributes)
        {
            if (attribute.Codes[x] != attribute.Codes[y]) return false;
        }

        TraceEvent one = At(x), other = At(y);
        return one.Feedback == other.Feedback && one.ExactValue == other.ExactValue && one.Currency == other.Currency;
    }

    /// <summary>Of what tells events of one time apart most often: name, channel, id, amount and score.</summary>
    public int GetHashCode(int index)
    {
        LogColumns columns = _columns!;
        HashCode hash = default;
        hash.Add(columns.Events[index]);
        if (columns.Channels is { } channels) hash.Add(channels[index]);
        if (columns.Sequences is { } sequences) hash.Add(sequences[index]);
        if (columns.Ids?[index] is { } id) hash.Add(id, StringComparer.Ordinal);
        foreach (AttributeColumn attribute in columns.EventAttributes) hash.Add(attribute.Codes[index]);
        TraceEvent one = At(index);
        hash.Add(one.ExactValue);
        hash.Add(one.Feedback?.Score);
        return hash.ToHashCode();
    }

    /// <summary>Whether an event equals one of those before it at its time. Many at one time are looked up, since pairs would take quadratic time.</summary>
    private bool IsInRun(int run, int index)
    {
        int before = index - run;
        if (before <= PairwiseUpTo)
        {
            for (int earlier = run; earlier < index; earlier++)
            {
                if (Equals(earlier, index)) return true;
            }

            return false;
        }

        if (before == PairwiseUpTo + 1)
        {
            _run.Clear();
            for (int earlier = run; earlier < index; earlier++) _run.Add(earlier);
        }

        return !_run.Add(index);
    }

    private TraceEvent At(int index) => new(_columns!, _customer, index, TraceEvent.Unknown, TraceEvent.Unknown);
}
