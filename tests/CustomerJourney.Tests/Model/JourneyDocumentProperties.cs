using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Model;

public class JourneyDocumentProperties
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();

    [Fact]
    public void Reading_and_writing_a_map_again_changes_no_byte() =>
        Prop.ForAll(Seeds, seed =>
        {
            string json = AnyMap.Make(seed).ToJson();
            Journey read = Journey.Parse(json);
            return read.ToJson() == json && read.UnreadProperties.Count == 0;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_written_is_valid_by_the_schema_that_ships() =>
        Prop.ForAll(Seeds, seed =>
        {
            (Journey map, Journey changed) = AnyMap.MakePair(seed);
            Assert.Empty(SchemaCheck.OfJourney(map.ToJson()));
            Assert.Empty(SchemaCheck.OfJourney(changed.ToJson()));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Ids_are_unique_and_weights_sum_to_1() =>
        Prop.ForAll(Seeds, seed =>
        {
            Journey map = AnyMap.Make(seed);
            string[][] kinds =
            [
                [.. map.Stages.Select(part => part.Id)], [.. map.Touchpoints.Select(part => part.Id)], [.. map.Touchpoints.SelectMany(touch => touch.PainPoints).Select(part => part.Id)],
                [.. map.Personas.Select(part => part.Id)], [.. map.Channels.Select(part => part.Id)], [.. map.Departments.Select(part => part.Id)],
                [.. map.Metrics.Select(part => part.Id)], [.. map.Evidence.Select(part => part.Id)], [.. map.Opportunities.Select(part => part.Id)],
            ];
            return kinds.All(ids => ids.Distinct().Count() == ids.Length)
                && map.Stages.All(stage => stage.Phases.Count == 0 || Math.Abs(stage.Phases.Sum(phase => phase.Weight) - 1) < 1e-9);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_map_that_was_read_holds_the_same_names_ids_and_evidence() =>
        Prop.ForAll(Seeds, seed =>
        {
            Journey made = AnyMap.Make(seed);
            Journey read = Journey.Parse(made.ToJson());
            return Facts(made).SequenceEqual(Facts(read));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Names_are_no_identity_and_labels_tell_parts_of_one_name_apart()
    {
        int shared = 0;
        Prop.ForAll(Seeds, seed =>
        {
            Journey map = AnyMap.Make(seed);
            string[] names = [.. map.Touchpoints.Select(touchpoint => touchpoint.Name)], labels = [.. map.Touchpoints.Select(map.TouchpointNames.Label)];
            if (names.Distinct().Count() < names.Length) shared++;
            return labels.Distinct().Count() == labels.Length && map.Touchpoints.All(touchpoint => map.TouchpointNames.Label(touchpoint).StartsWith(touchpoint.Name, StringComparison.Ordinal));
        }).QuickCheckThrowOnFailure();
        Assert.True(shared > 0);
    }

    [Fact]
    public void A_copy_without_changes_is_the_same_document() =>
        Prop.ForAll(Seeds, seed =>
        {
            Journey made = AnyMap.Make(seed);
            return made.With(_ => { }).ToJson() == made.ToJson();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Parts_that_stay_keep_their_ids() =>
        Prop.ForAll(Seeds, seed =>
        {
            (Journey map, Journey changed) = AnyMap.MakePair(seed);
            return changed.Stages.Take(map.Stages.Count).Select(stage => (stage.Id, stage.Name)).SequenceEqual(map.Stages.Select(stage => (stage.Id, stage.Name)))
                && map.Touchpoints.All(touchpoint => changed.Touchpoints.Single(kept => kept.Id == touchpoint.Id).Name == touchpoint.Name);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_cut_and_no_changed_character_of_a_document_gives_anything_but_a_map_or_its_problems() =>
        Prop.ForAll(Seeds, seed =>
        {
            string json = AnyMap.Make(seed).ToJson();
            Random random = new(seed);
            int at = random.Next(json.Length);
            string broken = random.Next(3) switch
            {
                0 => json[..at],
                1 => json.Remove(at, 1),
                _ => json.Insert(at, ((char)random.Next(0x20, 0x7f)).ToString()),
            };
            try
            {
                return Journey.Parse(broken).Stages.Count > 0;
            }
            catch (JourneyDefinitionException error)
            {
                return error.Problems.Count > 0;
            }
        }).QuickCheckThrowOnFailure();

    private static IEnumerable<object?> Facts(Journey journey) =>
    [
        (journey.Id, journey.Name, journey.State, journey.PersonaAttribute),
        .. journey.Stages.Select(stage => (object)(stage.Id, stage.Name, stage.Position, stage.CustomerGoal, stage.ExpectedDuration, string.Join('|', stage.Metrics.Select(metric => metric.Id)))),
        .. journey.Touchpoints.Select(touch => (object)(touch.Id, touch.Name, touch.Stage.Id, touch.Channel?.Id, touch.Importance, touch.MomentOfTruth)),
        .. journey.Touchpoints.SelectMany(touch => touch.EventBindings),
        .. journey.Touchpoints.SelectMany(touch => touch.Emotions).Select(emotion => (object)(emotion.Score, emotion.Target, emotion.Persona?.Id)),
        .. journey.Touchpoints.SelectMany(touch => touch.PainPoints).Select(pain => (object)(pain.Id, pain.Text, pain.Severity, pain.AffectedShare)),
        .. journey.Personas.Select(persona => (object)(persona.Id, persona.Name, persona.IsPrimary, persona.Share, string.Join("|", persona.LookingFor))),
        .. journey.Personas.SelectMany(persona => persona.ObservationRules),
        .. journey.Channels.Select(channel => (object)(channel.Id, channel.Name, channel.Category)),
        .. journey.Metrics.Select(metric => (object)(metric.Id, metric.Name, metric.Kind, metric.Baseline, metric.Target)),
        .. journey.Opportunities.Select(idea => (object)(idea.Id, idea.Title, idea.Impact, idea.Effort, idea.Confidence, string.Join('|', idea.PainPoints.Select(pain => pain.Id)))),
    ];
}
