using CustomerJourney.Events;

namespace CustomerJourney.Metrics;

/// <summary>Customer Effort Score: the mean of 2.0 by default, agreement on 1 to 7 with "the company made it easy for me to handle my issue", high is easy; or of 1.0, effort on 1 to 5, low is easy.</summary>
/// <remarks>
/// Version 2.0: M. Dixon, N. Toman, R. DeLisi, "The Effortless Experience" (2013). Version 1.0: M. Dixon, K. Freeman, N. Toman, Harvard Business Review, July 2010.
/// The versions read answers of different kinds, so a log may have both and they are never mixed. Answers to the other version are counted (<see cref="CesResult.OtherVersion"/>) and warned of; a
/// <see cref="SurveyMetric{TResult}.Question"/> that holds answers to both is refused, unless <see cref="SurveyMetric{TResult}.TrustScale"/> says that the two are meant.
/// </remarks>
public sealed record Ces : SurveyMetric<CesResult>
{
    private static readonly int[] Largest = [7, 5];
    private static readonly long[][][] Values =
    [
        [Scale.Scores(1, 7), [0, 0, 0, 0, 1, 1, 1], [1, 1, 1, 0, 0, 0, 0], [-1, -1, -1, 0, 1, 1, 1]],
        [Scale.Scores(1, 5), [1, 1, 0, 0, 0], [0, 0, 0, 1, 1], [1, 1, 0, -1, -1]],
    ];

    /// <summary>The version of the question, which decides scale and direction; 2.0 by default.</summary>
    public CesVersion Version
    {
        get;
        init => field = Given.Defined(value);
    }

    internal int ScaleMaximum => Largest[(int)Version];

    internal string Title => Version == CesVersion.Version1 ? "CES 1.0" : "CES";

    /// <summary>The name of the other version, with its number.</summary>
    internal string OtherTitle => Version == CesVersion.Version1 ? "CES 2.0" : "CES 1.0";

    /// <summary>The other version, of which it is only counted how many answers there are.</summary>
    internal override EventMetric<CesResult> Beside => this with { Version = Version == CesVersion.Version1 ? CesVersion.Version2 : CesVersion.Version1, Weight = null };

    internal override CesResult InLightOf(CesResult own, CesResult beside) => own.Beside(beside);

    /// <summary>What each score is worth: in the mean, in the shares of easy and of difficult answers, and in the net share.</summary>
    internal long[][] FigureValues => Values[(int)Version];

    internal override FeedbackKind Kind => Version == CesVersion.Version1 ? FeedbackKind.Ces1 : FeedbackKind.Ces;

    /// <inheritdoc/>
    public override Tally<CesResult> CreateTally() => SurveyTallies.Create(this, 1, ScaleMaximum, () => FigureValues, ToResult);

    private CesResult ToResult(SurveyCounts counts, SurveyFacts facts)
    {
        IReadOnlyList<long> byScore = counts.ByScore;
        return new()
        {
            Definition = this,
            AnswersByScore = byScore,
            Invalid = counts.Off.Count,
            Customers = counts.Customers,
            Clusters = IsClustered ? counts.Clusters : null,
            Questions = facts.Questions,
            Weighting = facts.Weighting,
            OnScale = TrustScale ? null : new ScaleCheck(
                Title, (1, ScaleMaximum), byScore, counts.Answers, counts.Off, "CES 2.0 is asked on 1…7 and read as kind Ces, CES 1.0 on 1…5 and read as kind Ces1: give the answers the kind of their question."),
        };
    }
}
