using System.Globalization;
using CustomerJourney.Building;
using CustomerJourney.Classification.Rules;
using CustomerJourney.Events;
using CustomerJourney.Statistics.Evaluation;

namespace CustomerJourney.Classification.Learning;

/// <summary>How well stages were predicted: what was predicted of what, and the scores that follow from it. Stages are ordered, so that near misses can count less.</summary>
public sealed partial class StageEvaluation : IJourneyResult
{
    /// <summary>Below so many cases a share of a stage is too uncertain to be relied on: its standard error may be 0.09.</summary>
    private const int FewCases = 30;

    private readonly IReadOnlyList<string> _notes;

    private StageEvaluation(IReadOnlyList<string> stages, ConfusionMatrix matrix, MulticlassCalibration? calibration, long unclassified, IReadOnlyList<string> notes)
    {
        (Stages, Matrix, Calibration, Unclassified) = (EquatableList.Of(stages), matrix, calibration, unclassified);
        _notes = EquatableList.Of(notes);
    }

    /// <summary>The names of the stages in journey order; the class of a stage is its place here.</summary>
    public IReadOnlyList<string> Stages { get; }

    /// <summary>The cases by their actual stage (rows) and the predicted one (columns); also accuracy, per stage precision, recall and F1, their macro and weighted means, balanced accuracy, and Matthews' correlation.</summary>
    public ConfusionMatrix Matrix { get; }

    /// <summary>How good the probabilities are: log loss, Brier score, calibration error and reliability table; <see langword="null"/> where only stages were predicted, or without cases.</summary>
    public MulticlassCalibration? Calibration { get; }

    /// <summary>How many customers or events have a stage on one side only; no figure includes them.</summary>
    public long Unclassified { get; }

    /// <summary>Cohen's kappa, at most 1: agreement beyond chance; <see langword="null"/> where chance alone agrees always.</summary>
    public double? Kappa => CohensKappa.Of(Matrix);

    /// <summary>Kappa where a miss counts by how many stages it is off.</summary>
    public double? LinearKappa => CohensKappa.Of(Matrix, KappaWeighting.Linear);

    /// <summary>Kappa where a miss counts by the square of how many stages it is off.</summary>
    public double? QuadraticKappa => CohensKappa.Of(Matrix, KappaWeighting.Quadratic);

    /// <summary>What to bear in mind; empty when all is well.</summary>
    public IReadOnlyList<string> Warnings =>
    [
        .. _notes,
        .. Matrix.PerClass.Where(scores => scores.Support is > 0 and < FewCases)
            .Select(scores => FormattableString.Invariant($"The stage {RuleText.Name(Stages[scores.Class])} has {scores.Support} cases: below {FewCases}, its recall says little.")),
        .. Matrix.PerClass.Where(scores => scores is { Support: > 0, IsPrecisionUndefined: true }).Select(scores => $"The stage {RuleText.Name(Stages[scores.Class])} was never predicted; its precision counts as 0."),
        .. Matrix.Baseline is { } baseline && Matrix.Accuracy <= baseline.Accuracy
            ? (ReadOnlySpan<string>)[FormattableString.Invariant($"The accuracy {Matrix.Accuracy:0.000} is not above {baseline.Accuracy:0.000}, that of always saying {RuleText.Name(Stages[baseline.Class])}.")] : [],
        .. Calibration?.Warnings ?? [],
    ];

    /// <inheritdoc/>
    public string Title => "Predicted stages";

    /// <summary>The <see cref="Warnings"/>.</summary>
    public IReadOnlyList<string> Remarks => Warnings;

    /// <summary>The cases by actual stage (rows) and predicted stage (columns).</summary>
    public StageEvaluationPart Confusion => new()
    {
        Title = "Actual stages by what was predicted",
        Table = new ResultTable
        {
            Columns = [Text("Stage"), Count("Cases"), .. Stages.Select(stage => Count($"Predicted {stage}"))],
            Rows = [.. Stages.Select((stage, actual) => (IReadOnlyList<object?>)[stage, Matrix.PerClass[actual].Support, .. Stages.Select((_, predicted) => (object?)Matrix[actual, predicted])])],
            BaseColumn = "Cases",
        },
    };

    /// <summary>All scores of the whole, one in a row.</summary>
    public StageEvaluationPart Scores => new()
    {
        Title = "Scores of predicted stages",
        Table = new ResultTable
        {
            Columns = [Text("Score"), Number("Value"), Count("Cases")],
            Rows = [.. AllScores().Select(score => (IReadOnlyList<object?>)[score.Name, score.Value, Matrix.Total])],
            BaseColumn = "Cases",
        },
    };

    /// <summary>How often the most probable stage was right, by how probable it was; without rows where only stages were predicted.</summary>
    public StageEvaluationPart Reliability => new()
    {
        Title = "Reliability of probabilities",
        Table = new ResultTable
        {
            Columns = [Text("Probability"), Count("Cases"), Share("Mean probability"), Share("Right")],
            Rows =
            [
                .. (Calibration?.Reliability ?? []).Select(bin => (IReadOnlyList<object?>)[string.Create(CultureInfo.InvariantCulture, $"{bin.From:0.##}–{bin.To:0.##}"), bin.Count, bin.MeanProbability, bin.ObservedShare]),
            ],
            BaseColumn = "Cases",
        },
    };

    /// <inheritdoc/>
    public ResultTable ToTable() => new()
    {
        Columns = [Text("Stage"), Count("Cases"), Count("Predicted"), Count("Correct"), Share("Precision"), Share("Recall"), Share("F1")],
        Rows =
        [
            .. Matrix.PerClass.Select(scores => (IReadOnlyList<object?>)
            [
                Stages[scores.Class], scores.Support, scores.Predicted, scores.Correct,
                scores.IsPrecisionUndefined ? null : scores.Precision, scores.IsRecallUndefined ? null : scores.Recall, scores.IsF1Undefined ? null : scores.F1,
            ]),
        ],
        BaseColumn = "Cases",
        Chart = new ResultChart { LabelColumns = ["Stage"], ValueColumn = "F1" },
    };

    /// <summary>The scores as text, a line each, then the warnings.</summary>
    public override string ToString() => string.Join(
        '\n',
        [
            string.Create(CultureInfo.InvariantCulture, $"{Matrix.Correct} of {Matrix.Total} stages right"),
            .. AllScores().Select(score => score.Value is { } value ? string.Create(CultureInfo.InvariantCulture, $"{score.Name}: {value:0.000}") : $"{score.Name}: no data"),
            .. Warnings,
        ]);

    private IEnumerable<(string Name, double? Value)> AllScores() =>
    [
        ("Accuracy", Matrix.Accuracy),
        ("Accuracy of the most frequent stage", Matrix.Baseline?.Accuracy),
        ("Balanced accuracy", Matrix.BalancedAccuracy),
        ("Macro precision", Matrix.Macro?.Precision),
        ("Macro recall", Matrix.Macro?.Recall),
        ("Macro F1", Matrix.Macro?.F1),
        ("Weighted F1", Matrix.Weighted?.F1),
        ("Matthews correlation", Matrix.Matthews),
        ("Kappa", Kappa),
        ("Kappa, linear weights", LinearKappa),
        ("Kappa, quadratic weights", QuadraticKappa),
        .. Calibration is null ? (ReadOnlySpan<(string, double?)>)[] :
        [
            ("Log loss", Calibration.LogLoss),
            ("Brier score, 0 to 2", Calibration.Brier),
            ("Expected calibration error", Calibration.ExpectedCalibrationError),
            ("Maximum calibration error", Calibration.MaximumCalibrationError),
        ],
    ];

    private static ResultColumn Text(string name) => new() { Name = name, Kind = ResultColumnKind.Text };

    private static ResultColumn Count(string name) => new() { Name = name, Kind = ResultColumnKind.Count };

    private static ResultColumn Share(string name) => new() { Name = name, Kind = ResultColumnKind.Share };

    private static ResultColumn Number(string name) => new() { Name = name, Kind = ResultColumnKind.Number };
}
