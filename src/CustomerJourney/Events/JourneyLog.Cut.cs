namespace CustomerJourney.Events;

/// <content>
/// Cutting: a log of some of the customers or some of the events. <c>Where…</c> keeps customers with all their events; the other cuts keep events, and customers without any left are left out.
/// Names keep their codes and <see cref="Quality"/> stays that of the source, where a cut does not say otherwise.
/// </content>
public partial class JourneyLog
{
    /// <summary>How many of the known names a message lists.</summary>
    private const int MostNamed = 20;

    /// <summary>The customers of one group, with all their events.</summary>
    /// <param name="dimension">What customers are grouped by.</param>
    /// <param name="value">The name of the group.</param>
    /// <exception cref="ArgumentException">There is no such group; the message names those there are.</exception>
    /// <exception cref="InvalidOperationException">The dimension needs stages or personas and the log has not been classified.</exception>
    public virtual JourneyLog Where(CustomerDimension dimension, string value)
    {
        ArgumentNullException.ThrowIfNull(dimension);
        ArgumentNullException.ThrowIfNull(value);
        return WhereGroups(dimension, [value], nameof(value));
    }

    /// <summary>The customers of any of several groups, with all their events.</summary>
    /// <param name="dimension">What customers are grouped by.</param>
    /// <param name="values">The names of the groups.</param>
    /// <exception cref="ArgumentException">There is no group of one of the names; the message names those there are.</exception>
    /// <exception cref="InvalidOperationException">The dimension needs stages or personas and the log has not been classified.</exception>
    public virtual JourneyLog WhereAny(CustomerDimension dimension, params IEnumerable<string> values)
    {
        ArgumentNullException.ThrowIfNull(dimension);
        return WhereGroups(dimension, Checked(values, nameof(values)), nameof(values));
    }

    /// <summary>The customers for whom a question is answered with yes, with all their events. Customers listed without events are asked about too.</summary>
    /// <param name="predicate">The question, asked once for each customer, in the order of the log and on one thread.</param>
    public virtual JourneyLog Where(CustomerPredicate predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return CutCustomers(customer => predicate(TraceOf(customer)));
    }

    /// <summary>A sample of the customers, with all their events. The same customers on any machine and in any log: a customer is in or out by a hash of its id.</summary>
    /// <param name="share">The share to keep, 0…1. What is kept is about this share of the customers, not exactly.</param>
    /// <param name="seed">Another seed gives another sample. Of one seed a smaller sample is part of every larger one.</param>
    /// <remarks>SipHash-2-4 (Aumasson, Bernstein 2012) over the UTF-8 of the id, keyed with the seed.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The share is not a number from 0 to 1.</exception>
    public virtual JourneyLog Sample(double share, ulong seed = 0)
    {
        if (!(share is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "A share is a number from 0 to 1: 0.1 keeps about a tenth of the customers.");
        string[] customers = CustomerArray;
        return CutCustomers(customer => StableHash.Fraction(customers[customer], seed) < share);
    }

    /// <summary>Makes a log of the same kind.</summary>
    private protected virtual JourneyLog Recreate(LogSchema schema, LogColumns columns, Lazy<string[]> customers, DataQualityReport quality) =>
        new(schema, columns, customers, quality);

    private JourneyLog WhereGroups(CustomerDimension dimension, string[] values, string parameter)
    {
        CustomerGroupBinding binding = dimension.BindCustomers(Schema);
        bool[] isWanted = GroupsNamed(dimension, binding, values, parameter);
        return CutCustomers(customer => isWanted[binding.GroupOf(TraceOf(customer))]);
    }

    private JourneyLog CutCustomers(Func<int, bool> keeps) =>
        Cut(LogCut.OfCustomers(Columns, LogCut.Where(CustomerCount, keeps)), Schema.ObservedUntil);

    private JourneyLog CutEvents(EventMarker marker) => Cut(LogCut.OfEvents(Columns, marker), Schema.ObservedUntil);

    /// <param name="cut">What stays.</param>
    /// <param name="observedUntil">Until when customers were observed.</param>
    /// <param name="end">Silence from this time on is cut off too, in UTC ticks.</param>
    private JourneyLog Cut(LogCut cut, DateTimeOffset? observedUntil, long end = long.MaxValue)
    {
        LogColumns columns = Columns.Gather(cut);
        columns = columns with { Silences = columns.Silences?.Before(end) };
        LogSchema schema = Schema.With(columns, LogSchema.RangeOf(columns), observedUntil, Schema.Journey, Schema.Reading);
        return Recreate(schema, columns, IdsOf(cut.Customers), Quality);
    }

    /// <summary>The ids of some customers. Ids that have not been needed yet are not needed now.</summary>
    private Lazy<string[]> IdsOf(int[] customers)
    {
        Lazy<string[]> all = _customers;
        return all.IsValueCreated ? new(Picked()) : new(Picked);

        string[] Picked()
        {
            string[] ids = all.Value, picked = new string[customers.Length];
            for (int index = 0; index < picked.Length; index++) picked[index] = ids[customers[index]];
            return picked;
        }
    }

    /// <summary>Which groups of a dimension have one of the names. Where a group has the name that stands for no value, the group is meant.</summary>
    private static bool[] GroupsNamed(Dimension dimension, GroupBinding binding, string[] names, string? parameterOfUnknown)
    {
        Dictionary<string, int> groups = new(StringComparer.Ordinal);
        for (int group = 0; group < binding.Keys.Count; group++) groups.TryAdd(binding.Keys[group].Name, group);
        bool[] isWanted = new bool[binding.Keys.Count];
        foreach (string name in names)
        {
            if (groups.TryGetValue(name, out int group)) isWanted[group] = true;
            else if (parameterOfUnknown is not null) throw new ArgumentException($"{dimension} has no group '{name}'; it has {Listed(binding.Keys.Select(key => key.Name))}.", parameterOfUnknown);
        }

        return isWanted;
    }

    /// <summary>A list of names without null.</summary>
    private static string[] Checked(IEnumerable<string> names, string parameter)
    {
        ArgumentNullException.ThrowIfNull(names, parameter);
        string[] all = [.. names];
        foreach (string name in all) ArgumentNullException.ThrowIfNull(name, parameter);
        return all;
    }

    private static string Listed(IEnumerable<string> names)
    {
        string[] first = [.. names.Take(MostNamed + 1)];
        string text = string.Join(", ", first.Take(MostNamed).Select(name => $"'{name}'"));
        return first.Length == 0 ? "none" : first.Length > MostNamed ? $"{text} …" : text;
    }
}
