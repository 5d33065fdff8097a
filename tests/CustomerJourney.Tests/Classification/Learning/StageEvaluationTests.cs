using CustomerJourney.Classification;
using CustomerJourney.Classification.Learning;
using CustomerJourney.Events;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Classification.Learning;

public class StageEvaluationTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Rows (actual): Look 3 right, 1 taken for Buy; Buy 2 right, 1 for Look; Use 1 for Look. Worked out by hand.</summary>
    [Fact]
    public void Current_stages_are_judged_by_an_attribute()
    {
        StageEvaluation evaluation = StageEvaluation.OfCustomers(LogGenerator.Shop.Classify(Log()), "crm");
        Assert.Equal((8L, 5L, 2L), (evaluation.Matrix.Total, evaluation.Matrix.Correct, evaluation.Unclassified));
        Assert.Equal([3L, 1L, 0L, 1L, 2L, 0L, 1L, 0L, 0L], evaluation.Confusion.Table.Rows.SelectMany(row => row.Skip(2)).Cast<long>());
        Assert.Equal(["Stage", "Cases", "Predicted Look", "Predicted Buy", "Predicted Use"], evaluation.Confusion.Table.Columns.Select(column => column.Name));
        IReadOnlyList<IReadOnlyList<object?>> rows = evaluation.ToTable().Rows;
        Assert.Equal(["Look", 4L, 5L, 3L, 3 / 5.0, 3 / 4.0, 6 / 9.0], rows[0]);
        Assert.Equal(["Buy", 3L, 3L, 2L, 2 / 3.0, 2 / 3.0, 4 / 6.0], rows[1]);
        Assert.Equal(["Use", 1L, 0L, 0L, null, 0.0, 0.0], rows[2]);
        Assert.Equal(5 / 8.0, Score("Accuracy"));
        Assert.Equal(4 / 8.0, Score("Accuracy of the most frequent stage"));
        Assert.Equal(((3 / 4.0) + (2 / 3.0)) / 3, Score("Balanced accuracy")!.Value, 12);
        Assert.Equal(((6 / 9.0) + (4 / 6.0)) / 3, Score("Macro F1")!.Value, 12);
        Assert.Equal(((4 * 6 / 9.0) + (3 * 4 / 6.0)) / 8, Score("Weighted F1")!.Value, 12);
        // Chance: (4·5 + 3·3 + 1·0) / 64 = 29/64.
        Assert.Equal(((5 / 8.0) - (29 / 64.0)) / (1 - (29 / 64.0)), Score("Kappa")!.Value, 12);
        // Distances: observed 1 + 1 + 2 = 4 of 8; expected (4·3 + 3·5 + 1·5·2 + 1·3) / 64 = 40/64.
        Assert.Equal(1 - ((4 / 8.0) / (40 / 64.0)), Score("Kappa, linear weights")!.Value, 12);
        // Squares: observed 1 + 1 + 4 = 6 of 8; expected (4·3 + 3·5 + 1·5·4 + 1·3) / 64 = 50/64.
        Assert.Equal(1 - ((6 / 8.0) / (50 / 64.0)), Score("Kappa, quadratic weights")!.Value, 12);
        Assert.Null(evaluation.Calibration);
        Assert.Empty(evaluation.Reliability.Table.Rows);
        Assert.Contains(evaluation.Warnings, warning => warning.Contains("The stage \"Use\" has 1 cases"));
        Assert.Contains(evaluation.Warnings, warning => warning.Contains("The stage \"Use\" was never predicted"));
        Assert.Contains("Kappa, linear weights: 0.200", evaluation.ToString());
        Assert.Contains("\"title\": \"Predicted stages\"", evaluation.ToJson());
        Assert.Contains("Predicted Buy", evaluation.Confusion.ToJson());

        double? Score(string name) => (double?)evaluation.Scores.Table.Rows.Single(row => (string?)row[0] == name)[1];
    }

    [Fact]
    public void Two_classifications_are_compared_customer_by_customer_and_event_by_event()
    {
        StagedLog staged = LogGenerator.Shop.Classify(Log());
        StageEvaluation same = StageEvaluation.OfCustomers(staged, staged), events = StageEvaluation.OfEvents(staged, staged);
        Assert.Equal((1.0, 1.0, 0L), (same.Matrix.Accuracy, same.Kappa, same.Unclassified));
        Assert.Equal((9L, 9L, 0L), (events.Matrix.Total, events.Matrix.Correct, events.Unclassified));
        Assert.Contains("maps have other stages", Assert.Throws<ArgumentException>(() => StageEvaluation.OfCustomers(staged, KnownChain.Shop.With(map => map.AddStage("More")).Classify(Log()))).Message);
        Assert.Contains("do not hold the same events", Assert.Throws<ArgumentException>(() => StageEvaluation.OfEvents(staged, staged.DropEvents("buy"))).Message);
    }

    [Fact]
    public void Rows_are_what_events_are_and_columns_what_was_said_of_them()
    {
        Journey other = Journey.Create("Other", map => map
            .AddStage("Look", stage => stage.AddTouchpoint("All", touch => touch.ObservedAs("open", "ask")))
            .AddStage("Buy", stage => stage.AddTouchpoint("None", touch => touch.ObservedAs("noise")))
            .AddStage("Use"));
        StagedLog actual = LogGenerator.Shop.Classify(Log()), predicted = other.Classify(Log());
        // "buy" is known on one side only, and so is "noise".
        StageEvaluation said = StageEvaluation.OfEvents(predicted, actual);
        Assert.Equal((6L, 6L, 4L), (said.Matrix.Total, said.Matrix.Correct, said.Unclassified));
        JourneyLog asked = JourneyLog.From([Person("a", "buy", ""), Person("a", "ask", "") with { At = Noon.AddHours(1) }, Person("a", "answer", "") with { At = Noon.AddHours(2) }, Person("a", "ask", "") with { At = Noon.AddHours(3) }]);
        said = StageEvaluation.OfEvents(other.Classify(asked), LogGenerator.Shop.Classify(asked));
        StageEvaluation back = StageEvaluation.OfEvents(LogGenerator.Shop.Classify(asked), other.Classify(asked));
        Assert.Equal((2L, 0L), (said.Matrix[2, 0], said.Matrix[0, 2]));
        Assert.Equal((0L, 2L), (back.Matrix[2, 0], back.Matrix[0, 2]));
        Assert.Equal(2, said.Unclassified);
        Assert.Equal((1L, 0L), (StageEvaluation.OfCustomers(other.Classify(asked), LogGenerator.Shop.Classify(asked)).Matrix[2, 0], StageEvaluation.OfCustomers(other.Classify(asked), LogGenerator.Shop.Classify(asked)).Matrix[0, 2]));
    }

    [Fact]
    public void Nothing_is_said_of_no_cases()
    {
        StagedLog empty = LogGenerator.Shop.Classify(JourneyLog.From([]));
        StageEvaluation evaluation = StageEvaluation.OfCustomers(empty, empty);
        Assert.Equal((0L, null, null), (evaluation.Matrix.Total, evaluation.Matrix.Accuracy, evaluation.Kappa));
        Assert.Contains("Accuracy: no data", evaluation.ToString());
        Assert.Empty(evaluation.Warnings);
        Assert.Equal(3, evaluation.ToTable().Rows.Count);
    }

    [Fact]
    public void Accuracy_below_the_most_frequent_stage_is_warned_of()
    {
        StageEvaluation evaluation = StageEvaluation.OfProbabilities(["A", "B"], [0, 0, 0, 1], [0.4, 0.6, 0.9, 0.1, 0.2, 0.8, 0.3, 0.7], []);
        Assert.Equal(0.5, evaluation.Matrix.Accuracy);
        Assert.Contains(evaluation.Warnings, warning => warning.Contains("The accuracy 0.500 is not above 0.750, that of always saying \"A\""));
        Assert.Contains(evaluation.Warnings, warning => warning.Contains("rest on 4 predictions"));
        Assert.Equal(-(Math.Log(0.4) + Math.Log(0.9) + Math.Log(0.2) + Math.Log(0.7)) / 4, evaluation.Calibration!.LogLoss, 12);
        Assert.Equal(2 * (0.36 + 0.01 + 0.64 + 0.09) / 4, evaluation.Calibration.Brier, 12);
        Assert.Equal(4L, evaluation.Reliability.Table.Rows.Sum(row => (long)row[1]!));
    }

    private static JourneyLog Log() => JourneyLog.From(
    [
        Person("a", "open", "Look"), Person("b", "open", "look"), Person("c", "open", "Look"), Person("d", "buy", "Look"),
        Person("e", "buy", "Buy"), Person("f", "buy", "Buy"), Person("g", "open", "Buy"), Person("h", "open", "Use"),
        Person("i", "noise", "Use"), Person("j", "open", "Gone"),
    ]);

    private static JourneyEvent Person(string customer, string name, string crm) => new() { Customer = customer, Event = name, At = Noon, CustomerAttributes = new Dictionary<string, string> { ["crm"] = crm } };
}
