using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>The answers behind survey figures: how many of each score, how many outside the scale, and from how many customers. Exact integers throughout.</summary>
internal sealed class SurveyCounts
{
    private readonly int _minimum;
    private readonly long[] _byScore;
    private readonly CustomerSums? _sums;
    private long _sumOfSquaredCounts;

    // Valid answers of the customer whose answers came last.
    private long _customerCount;

    /// <summary>Counts over a scale of whole numbers.</summary>
    /// <param name="minimum">The smallest score.</param>
    /// <param name="answers">How many scores there are.</param>
    /// <param name="figures">For each figure that is taken over customers what each score of the scale is worth in it: −1, 0, 1 in a net share, 0 or 1 in a share, the score in a mean. None where a customer counts once.</param>
    public SurveyCounts(int minimum, int answers, long[][] figures)
    {
        _minimum = minimum;
        _byScore = new long[answers];
        _sums = figures.Length == 0 ? null : new CustomerSums(figures);
    }

    public IReadOnlyList<long> ByScore => Array.AsReadOnly((long[])_byScore.Clone());

    /// <summary>Answers that are not on the scale.</summary>
    public OffScale Off { get; } = new();

    /// <summary>The customers with at least one valid answer.</summary>
    public long Customers { get; private set; }

    public long Answers => _byScore.Sum();

    /// <summary>The sums over customers that the intervals of figures need where several answers of one customer count.</summary>
    public IReadOnlyList<ClusterTotals> Clusters => _sums is null ? [] : Array.AsReadOnly([.. Enumerable.Range(0, _sums.Figures).Select(figure => new ClusterTotals
    {
        Clusters = Customers,
        Count = Answers,
        Sum = _byScore.Select((count, index) => count * _sums.WorthOf(figure, index)).Sum(),
        SumOfSquares = _sums.SumOfSquares(figure, _sumOfSquaredCounts),
        SumOfProducts = _sums.SumOfProducts(figure, _sumOfSquaredCounts),
        SumOfSquaredCounts = _sumOfSquaredCounts,
    })]);

    /// <summary>The place of a score on the scale; −1 where it is not on it.</summary>
    public int PlaceOf(double score)
    {
        double place = score - _minimum;
        if (!(place >= 0 && place < _byScore.Length)) return -1;

        // What is within the scale fits, so that a conversion which looks whether it does would cost a call for nothing.
        int index = double.ConvertToIntegerNative<int>(place);
        return index == place ? index : -1;
    }

    /// <summary>Adds one answer. The answers of one customer follow each other.</summary>
    /// <param name="score">The answer.</param>
    /// <param name="isFirst">Whether it is the first one of its customer.</param>
    public void Add(double score, bool isFirst)
    {
        // Whether a customer answers again cannot be foretold, so nothing here branches on it.
        long before = _customerCount & (isFirst ? 0 : -1);
        int index = PlaceOf(score);
        if (index < 0)
        {
            _customerCount = before;
            Off.Add(score);
            return;
        }

        _byScore[index]++;
        Customers += before == 0 ? 1 : 0;
        _sumOfSquaredCounts += (2 * before) + 1;
        _customerCount = before + 1;
        _sums?.Add(index, before);
    }

    public void Merge(SurveyCounts other)
    {
        for (int index = 0; index < _byScore.Length; index++) _byScore[index] += other._byScore[index];
        Off.Merge(other.Off);
        Customers += other.Customers;
        _sumOfSquaredCounts += other._sumOfSquaredCounts;
        _sums?.Merge(other._sums!);
    }

    public void Save(BinaryWriter state)
    {
        foreach (long count in _byScore) state.Write(count);
        Off.Save(state);
        state.Write(Customers);
        _sums?.Save(state, _sumOfSquaredCounts);
        state.Write(_sumOfSquaredCounts);
    }

    public void Load(BinaryReader state)
    {
        for (int index = 0; index < _byScore.Length; index++) _byScore[index] = KeptNumbers.ReadCount(state);
        Off.Load(state);
        Customers = KeptNumbers.ReadCount(state);
        _sums?.Load(state);
        _sumOfSquaredCounts = KeptNumbers.ReadSum(state);
        if (Customers > KeptNumbers.Count(Answers) || _sumOfSquaredCounts < 0)
            throw new InvalidDataException("Counts of answers cannot be negative, and each customer counted gave an answer.");
        _sums?.Check(_sumOfSquaredCounts);
    }
}
