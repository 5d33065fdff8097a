using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>Answers by score, their mean, and the shares of easy and difficult answers.</summary>
/// <remarks>Intervals are robust to several answers of one customer where all answers count, and then <see langword="null"/> with fewer than two customers.</remarks>
public sealed record CesResult : IComparableResult
{
    /// <summary>The question that is answered here.</summary>
    public required Ces Definition { get; init; }

    /// <summary>How many answers there are of 1, 2, … 7; seven counts.</summary>
    public required IReadOnlyList<long> AnswersByScore { get; init; }

    /// <summary>Answers that are not whole numbers from 1 to 7; they count for nothing else.</summary>
    public required long Invalid { get; init; }

    /// <summary>The customers who gave the valid answers.</summary>
    public required long Customers { get; init; }

    /// <summary>Sums over customers for the mean, the easy, the difficult and the net share, in this order, where several answers of one customer count; <see langword="null"/> otherwise.</summary>
    public IReadOnlyList<ClusterTotals>? Clusters { get; init; }

    /// <summary>The valid answers.</summary>
    public long Responses => AnswersByScore.Sum();

    /// <summary>The mean score, 1…7; <see langword="null"/> without valid answers.</summary>
    public double? Mean => MeanSample.Value;

    /// <summary>The mean with its t interval; <see langword="null"/> with fewer than two valid answers.</summary>
    public Estimate? Estimate => MeanSample.Interval(Definition.Level, Clusters?[0]);

    /// <summary>The share of answers from 5 to 7, 0…1, with its Wilson interval; <see langword="null"/> without valid answers.</summary>
    public Estimate? EasyShare => new ShareSample(Easy, Responses).Interval(Definition.Level, Clusters?[1]);

    /// <summary>The share of answers from 1 to 3, 0…1, with its Wilson interval; <see langword="null"/> without valid answers.</summary>
    public Estimate? DifficultShare => new ShareSample(Difficult, Responses).Interval(Definition.Level, Clusters?[2]);

    /// <summary>The share of easy answers less that of difficult ones, −1…1, with its adjusted Wald interval; <see langword="null"/> without valid answers.</summary>
    public Estimate? NetEasyShare => new NetSample(Easy, AnswersByScore[3], Difficult).Interval(Definition.Level, Clusters?[3]);

    /// <inheritdoc/>
    public IReadOnlyList<Figure> Figures => [new Figure { Name = Title, Sample = MeanSample }];

    /// <inheritdoc/>
    public string Title => "CES";

    private long Easy => AnswersByScore[4] + AnswersByScore[5] + AnswersByScore[6];

    private long Difficult => AnswersByScore[0] + AnswersByScore[1] + AnswersByScore[2];

    private MeanSample MeanSample => Scale.MeanOf(1, AnswersByScore);

    /// <inheritdoc/>
    public ResultTable ToTable() => MetricTable.Of(
        Title, ResultColumnKind.Number, Mean, Estimate, [("Responses", Responses), ("Customers", Customers), ("Easy", Easy), ("Difficult", Difficult), ("Invalid", Invalid)]);
}
