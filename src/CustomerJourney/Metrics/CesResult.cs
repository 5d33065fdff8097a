using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>Answers by score, their mean, and the shares of easy and difficult answers.</summary>
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

    /// <summary>The valid answers.</summary>
    public long Responses => AnswersByScore.Sum();

    /// <summary>The mean score, 1…7; <see langword="null"/> without valid answers.</summary>
    public double? Mean => Sample.Value;

    /// <summary>
    /// The mean with its t interval, robust to several answers of one customer where all answers count.
    /// <see langword="null"/> with fewer than two valid answers, and where all answers count and come from fewer than two customers.
    /// </summary>
    public Estimate? Estimate => Clusters is null ? Sample.Estimate(Definition.Level) : Sample.Estimate(Definition.Level, Clusters);

    /// <summary>The share of answers from 5 to 7, 0…1; <see langword="null"/> without valid answers.</summary>
    public double? EasyShare => Share(Easy);

    /// <summary>The share of answers from 1 to 3, 0…1; <see langword="null"/> without valid answers.</summary>
    public double? DifficultShare => Share(Difficult);

    /// <summary><see cref="EasyShare"/> less <see cref="DifficultShare"/>, −1…1; <see langword="null"/> without valid answers.</summary>
    public double? NetEasyShare => Share(Easy - Difficult);

    /// <inheritdoc/>
    public IReadOnlyList<Figure> Figures => [new Figure { Name = Title, Sample = Sample }];

    /// <inheritdoc/>
    public string Title => "CES";

    /// <summary>Sums over customers, where several answers of one customer count; <see langword="null"/> otherwise.</summary>
    public ClusterTotals? Clusters { get; init; }

    private long Easy => AnswersByScore[4] + AnswersByScore[5] + AnswersByScore[6];

    private long Difficult => AnswersByScore[0] + AnswersByScore[1] + AnswersByScore[2];

    private MeanSample Sample
    {
        get
        {
            long sum = 0, squares = 0;
            for (int index = 0; index < AnswersByScore.Count; index++)
            {
                sum += AnswersByScore[index] * (index + 1);
                squares += AnswersByScore[index] * (index + 1) * (index + 1);
            }

            return new MeanSample(Responses, sum, squares);
        }
    }

    /// <inheritdoc/>
    public ResultTable ToTable() => MetricTable.Of(
        Title, ResultColumnKind.Number, Mean, Estimate, [("Responses", Responses), ("Customers", Customers), ("Easy", Easy), ("Difficult", Difficult), ("Invalid", Invalid)]);

    private double? Share(long answers) => Responses == 0 ? null : (double)answers / Responses;
}
