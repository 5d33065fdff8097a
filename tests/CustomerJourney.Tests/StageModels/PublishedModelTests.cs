using System.Text.Json;
using CustomerJourney.StageModels;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.StageModels;

public class PublishedModelTests
{
    private static readonly string[] Published = [.. PublishedModels.Json.GetProperty("models").EnumerateArray().Select(model => model.GetProperty("id").GetString()!)];

    public static TheoryData<string> Ids => [.. Published];

    [Fact]
    public void The_catalog_holds_the_24_published_models_in_their_order()
    {
        Assert.Equal(24, StageModel.All.Count);
        Assert.Equal(Published, StageModel.All.Select(model => model.Id));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_model_equals_its_published_data(string id)
    {
        JsonElement published = PublishedModels.Json.GetProperty("models").EnumerateArray().Single(model => model.GetProperty("id").GetString() == id);
        StageModel model = StageModel.Find(id)!;

        Assert.Equal(published.GetProperty("name").GetString(), model.Name);
        Assert.Equal(published.GetProperty("source").GetString(), model.Source);
        Assert.Equal(published.GetProperty("order").GetString(), Word(model.Order));
        Assert.Equal(published.GetProperty("note").GetString(), model.Note ?? "");
        Assert.Equal(published.GetProperty("covers").EnumerateArray().Select(phase => phase.GetString()), model.Coverage.Select(phase => (string?)Word(phase)));
        Assert.Equal(published.GetProperty("stages").EnumerateArray().Select(Describe), model.Stages.Select(Describe));
    }

    [SharedFact("mapping", "stage-models.json")]
    public void The_copied_data_are_those_of_the_specification()
    {
        Assert.Equal(File.ReadAllText(SharedFolder.File("mapping", "stage-models.json")), PublishedModels.Text("stage-models.json"));
        Assert.Contains(PublishedModels.Text("stage-numbers.md"), File.ReadAllText(SharedFolder.File("specs", "MAPPING.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_phases_and_their_periods_are_the_published_ones() =>
        Assert.Equal(
            PublishedModels.Json.GetProperty("canonicalPhases").EnumerateArray().Select(phase => (phase.GetProperty("key").GetString(), phase.GetProperty("period").GetString())),
            Enum.GetValues<JourneyPhase>().Select(phase => ((string?)Word(phase), (string?)Word(phase.Period))));

    [Fact]
    public void A_number_that_is_no_phase_has_no_period() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ((JourneyPhase)12).Period);

    [Fact]
    public void The_table_of_stage_numbers_by_phase_comes_out_of_the_data()
    {
        JourneyPhase[] phases = Enum.GetValues<JourneyPhase>();
        IEnumerable<string> rows = StageModel.All.Select(model => $"| {model.Id} | {string.Join(" | ", phases.Select(phase => Numbers(model, phase)))} |");

        Assert.Equal(PublishedModels.Text("stage-numbers.md").TrimEnd('\n').Split('\n').Skip(2), rows);

        static string Numbers(StageModel model, JourneyPhase phase)
        {
            string numbers = string.Join('/', model.Stages.Where(stage => stage.Phases.Any(weight => weight.Phase == phase)).Select(stage => stage.Position + 1));
            return numbers.Length == 0 ? "·" : numbers;
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Weights_are_positive_and_sum_to_1(string id) =>
        Assert.All(StageModel.Find(id)!.Stages, stage =>
        {
            Assert.All(stage.Phases, phase => Assert.InRange(phase.Weight, 0.1, 1));
            Assert.Equal(1, stage.Phases.Sum(phase => phase.Weight), 1e-12);
        });

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_mean_phase_of_a_linear_model_never_falls(string id)
    {
        StageModel model = StageModel.Find(id)!;
        double[] means = [.. model.Stages.Select(stage => stage.Phases.Sum(phase => (int)phase.Phase * phase.Weight))];
        bool rises = means.Zip(means.Skip(1)).All(pair => pair.Second >= pair.First - 1e-9);

        Assert.Equal(rises, model.IsInTimeOrder);
        if (model.Order == StageModelOrder.Linear) Assert.True(rises);
    }

    [Fact]
    public void Only_the_pirate_metrics_are_out_of_the_order_of_time() =>
        Assert.Equal([StageModel.Aarrr], StageModel.All.Where(model => !model.IsInTimeOrder));

    [Fact]
    public void Cyclic_models_say_where_customers_come_back()
    {
        Assert.Equal("moment", StageModel.McKinseyLoop.ReturnsTo!.Key);
        Assert.Equal("attract", StageModel.Flywheel.ReturnsTo!.Key);
        Assert.All(StageModel.All, model => Assert.Equal(model.Order == StageModelOrder.Cyclic, model.ReturnsTo is not null));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_published_model_passes_the_checks_of_a_users_own(string id)
    {
        StageModel model = StageModel.Find(id)!;
        StageModel copy = StageModel.Create(model.Id, model.Name, made =>
        {
            _ = model.Order switch
            {
                StageModelOrder.Linear => made.Linear(),
                StageModelOrder.Funnel => made.Funnel(),
                StageModelOrder.Cyclic => made.Cyclic(model.ReturnsTo!.Key),
                _ => made.Flexible(),
            };
            foreach (StageModelStage stage in model.Stages)
            {
                made.AddStage(stage.Key, stage.Name, filled =>
                {
                    filled.Covers([.. stage.Phases.Select(phase => (phase.Phase, phase.Weight))]);
                    foreach ((string language, string name) in stage.Names.Where(name => name.Key != "en")) filled.Named(language, name);
                    filled.CustomerActions([.. stage.CustomerActions]).CompanyActions([.. stage.CompanyActions]);
                });
            }
        });
        Assert.Equal(model.Stages.SelectMany(stage => stage.Phases), copy.Stages.SelectMany(stage => stage.Phases));
        Assert.Equal(model.Languages, copy.Languages);
    }

    private static string Describe(JsonElement stage) =>
        $"{stage.GetProperty("key")} {stage.GetProperty("original")} {stage.GetProperty("english")}: "
        + string.Join(", ", stage.GetProperty("phases").EnumerateObject().Select(phase => FormattableString.Invariant($"{phase.Name} {phase.Value.GetDouble()}")));

    private static string Describe(StageModelStage stage) =>
        $"{stage.Key} {stage.OriginalName} {stage.Name}: "
        + string.Join(", ", stage.Phases.Select(phase => FormattableString.Invariant($"{Word(phase.Phase)} {phase.Weight}")));

    private static string Word<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
