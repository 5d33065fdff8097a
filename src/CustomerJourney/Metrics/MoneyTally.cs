using CustomerJourney.Events;

namespace CustomerJourney.Metrics;

/// <summary>The tally of every metric of single amounts: sums and counts, turned into a result at the end.</summary>
internal sealed class MoneyTally<TResult>(MoneyCounts counts, Func<MoneyCounts, TResult> result) : Tally<TResult>
{
    private readonly MoneyCounts _counts = counts;

    public override void Add(in TraceEvent e) => _counts.Add(e);

    public override void EndCustomer() => _counts.EndCustomer();

    public override void Merge(Tally<TResult> other) => _counts.Merge(((MoneyTally<TResult>)other)._counts);

    public override TResult ToResult() => result(_counts);

    public override void Save(BinaryWriter state) => _counts.Save(state);

    public override void Load(BinaryReader state) => _counts.Load(state);
}
