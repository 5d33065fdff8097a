using CustomerJourney.Building;
using CustomerJourney.Comparison;
using CustomerJourney.Events;
using CustomerJourney.Tests.Model;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Comparison;

public class MapComparisonTests
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();

    [Fact]
    public void An_ideal_map_shows_what_it_adds_removes_and_changes()
    {
        Journey ideal = Shop.Map.With(map => map
            .Ideal()
            .RemoveStage("Awareness")
            .EditStage("Support", stage => stage.Renamed("Care").Within(TimeSpan.FromHours(4)))
            .EditStage("Purchase", stage => stage
                .EditTouchpoint("Payment", touch => touch.On(ChannelCategory.Email).Important(5).Feels(1, persona: "Ana"))
                .AddTouchpoint("Pay by link", touch => touch.On(ChannelCategory.Email))));
        MapComparison gap = MapComparison.Between(baseline: Shop.Map, candidate: ideal);
        Assert.Equal(
        [
            (MapChangeKind.Changed, "journey \"Online shop\"", "state from \"current\" to \"ideal\"", null),
            (MapChangeKind.Renamed, "stage \"Care\"", "from \"Support\"", null),
            (MapChangeKind.Changed, "stage \"Care\"", "expected duration from none to (min \"P0D\", max \"PT4H\")", null),
            (MapChangeKind.Removed, "stage \"Awareness\"", "gone from place 1", null),
            (MapChangeKind.Changed, "touchpoint \"Payment\"", "channel from \"Web shop\" to \"Email\"; importance from 3 to 5; emotions from (value -1, persona \"Ana\", target 1) to (value 1, persona \"Ana\", target 1)", 2.0),
            (MapChangeKind.Added, "touchpoint \"Pay by link\"", "new at stage \"Purchase\"", null),
            (MapChangeKind.Removed, "touchpoint \"Search ad\"", "gone from stage \"Awareness\"", null),
            (MapChangeKind.Added, "channel \"Email\"", "new", null),
        ],
        gap.Changes.Select(change => (change.Kind, change.Element, change.Description, change.EmotionGap)));

        // 14 + 14 parts with the maps, 12 of them on both, 4 changes: 2 × (12 − 4 / 4) / 28.
        Assert.Equal(22.0 / 28, gap.Similarity, 15);
        Assert.Equal([("Basket", null), ("Payment", 2.0)], gap.EmotionGaps.Select(row => (row.Candidate.Name, row.Gap)));
        Assert.Equal((2.0, 0.0), (gap.EmotionGaps[1].Baseline.EmotionGap, gap.EmotionGaps[1].Candidate.EmotionGap));
        ResultTable table = gap.ToTable();
        Assert.Equal("Changes from \"Online shop\" to \"Online shop\"", gap.Title);
        Assert.Equal(gap.Changes.Count, table.Rows.Count);
        Assert.All(table.Rows, row => Assert.Equal(table.Columns.Count, row.Count));
        Assert.Equal(["Changed", "touchpoint \"Payment\"", gap.Changes[4].Description, 2.0], table.Rows[4]);
    }

    [Fact]
    public void The_fewest_parts_are_said_to_have_moved()
    {
        Journey before = Map(("A", "1 2 3 4"), ("B", ""), ("C", "5"));
        Journey after = Map(("C", ""), ("A", "2 3 5 4 1"), ("B", ""));
        Assert.Equal(
        [
            (MapChangeKind.Moved, "stage \"C\"", "from place 3 to place 1"),
            (MapChangeKind.Moved, "touchpoint \"5\"", "from stage \"C\" to stage \"A\""),
            (MapChangeKind.Moved, "touchpoint \"1\"", "to another place in stage \"A\""),
        ],
        MapComparison.Between(before, after).Changes.Select(change => (change.Kind, change.Element, change.Description)));
    }

    [Fact]
    public void Maps_drawn_apart_are_matched_by_name_and_channel()
    {
        Journey one = Journey.Create("J", map => map.AddChannel("Web", id: "w").AddStage("S", stage => stage.Id("one")
            .AddTouchpoint("same", touch => touch.Id("a").On("Web")).AddTouchpoint("elsewhere", touch => touch.Id("b").On("Web"))));
        Journey two = Journey.Create("J", map => map.AddChannel("Web").AddStage("S", stage => stage.Id("two")
            .AddTouchpoint("same", touch => touch.Id("c").On("Web")).AddTouchpoint("elsewhere", touch => touch.Id("d"))));
        Assert.Equal([(MapChangeKind.Added, "touchpoint \"elsewhere\""), (MapChangeKind.Removed, "touchpoint \"elsewhere\"")],
            MapComparison.Between(one, two).Changes.Select(change => (change.Kind, change.Element)));
    }

    [Fact]
    public void Names_in_any_script_match_wherever_they_stand()
    {
        MapComparison comparison = MapComparison.Between(Map(("认知", ""), ("购买", "")), Map(("考虑", ""), ("认知", ""), ("购买", "")));
        MapChange change = Assert.Single(comparison.Changes);
        Assert.Equal((MapChangeKind.Added, "stage \"考虑\""), (change.Kind, change.Element));
    }

    [Fact]
    public void The_order_of_personas_counts_because_their_rules_are_asked_in_order()
    {
        Journey one = Journey.Create("J", map => map.AddStage("S").AddPersona("A").AddPersona("B"));
        Journey two = Journey.Create("J", map => map.AddStage("S").AddPersona("B").AddPersona("A"));
        Assert.Equal(MapChangeKind.Moved, Assert.Single(MapComparison.Between(one, two).Changes).Kind);
    }

    [Fact]
    public void Every_fact_of_a_map_is_compared()
    {
        Action<StageBuilder>[] stages =
        [
            stage => stage.Goal("other"), stage => stage.Within(TimeSpan.FromDays(1)), stage => stage.Watching("NPS"),
            stage => stage.EditTouchpoint("Payment", touch => touch.AddPainPoint("Other", Severity.Info)),
        ];
        Action<TouchpointBuilder>[] touchpoints =
        [
            touch => touch.On(ChannelCategory.Search), touch => touch.Important(1), touch => touch.MomentOfTruth(), touch => touch.MomentOfTruth("other"), touch => touch.Feels(0, persona: "Ana"),
            touch => touch.Feels(-1, target: 2, persona: "Ana"), touch => touch.Feels(-1), touch => touch.ObservedAs("other"), touch => touch.ObservedOn("app", "order_paid"),
        ];
        Action<PersonaBuilder>[] personas =
            [persona => persona.ShareOfCustomers(0.1), persona => persona.LookingFor("other"), persona => persona.ObservedAs("a", "b"), persona => persona.Renamed("other")];
        Journey shop = Shop.Map.With(map => map.AddMetric("NPS", MetricKind.Nps));
        Journey[] changed =
        [
            shop.With(map => map.Ideal()), shop.With(map => map.Renamed("other")), shop.With(map => map.PersonasFrom("other")), shop.With(map => map.AddMetric("other", MetricKind.Custom)),
            shop.With(map => map.AddOpportunity("other")), shop.With(map => map.AddChannel("other")),
            .. stages.Select(change => shop.With(map => map.EditStage("Purchase", change))),
            .. touchpoints.Select(change => shop.With(map => map.EditStage("Purchase", stage => stage.EditTouchpoint("Payment", change)))),
            .. personas.Select(change => shop.With(map => map.EditPersona("Ben", change))),
            .. Replaced("\"severity\": 3", "\"severity\": 4"), .. Replaced("\"affectedShare\": 0.08", "\"affectedShare\": 0.07"), .. Replaced("Card is refused", "A card is refused"),
            .. Replaced("\"category\": \"search\"", "\"category\": \"blog\""), .. Replaced("\"kind\": \"nps\"", "\"kind\": \"custom\""), .. Replaced("\"baseline\": 12", "\"baseline\": 13"),
            .. Replaced("\"target\": 30", "\"target\": 31"), .. Replaced("\"impact\": 5", "\"impact\": 4"), .. Replaced("\"effort\": 2", "\"effort\": 3"), .. Replaced("\"confidence\": 0.8", "\"confidence\": 0.7"),
            .. Replaced("\"isPrimary\": true", "\"isPrimary\": false"), .. Replaced("\"x-customerjourney-target\": 1", "\"x-customerjourney-target\": 2"), .. Replaced("\"title\": \"Say", "\"title\": \"Tell"),
        ];
        Assert.All(changed, map =>
        {
            MapComparison comparison = MapComparison.Between(shop, map);
            Assert.NotEmpty(comparison.Changes);
            Assert.InRange(comparison.Similarity, 0.5, 0.999);
        });

        Journey[] Replaced(string before, string after)
        {
            Assert.Contains(before, shop.ToJson(), StringComparison.Ordinal);
            return [Journey.Parse(shop.ToJson().Replace(before, after, StringComparison.Ordinal))];
        }
    }

    [Fact]
    public void A_map_does_not_differ_from_itself_or_from_its_copy_in_a_file() =>
        Prop.ForAll(Seeds, seed =>
        {
            Journey map = AnyMap.Make(seed);
            return IsSame(MapComparison.Between(map, map)) && IsSame(MapComparison.Between(map, Journey.Parse(map.ToJson())));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Swapped_maps_are_as_alike_and_what_was_added_is_removed() =>
        Prop.ForAll(Seeds, seed =>
        {
            // Related maps by an edit, and unrelated ones, which match here and there by name.
            (Journey map, Journey changed) = AnyMap.MakePair(seed);
            return AreMirrored(map, changed) && AreMirrored(map, AnyMap.Make(seed ^ 1)) && AreMirrored(Shuffled(seed), Shuffled(seed ^ 1));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Maps_are_alike_to_the_full_exactly_when_nothing_changed() =>
        Prop.ForAll(Seeds, seed =>
        {
            (Journey map, Journey changed) = AnyMap.MakePair(seed);
            MapComparison comparison = MapComparison.Between(map, changed);
            return comparison.Changes.Count > 0 && comparison.Similarity is > 0 and < 1;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void As_few_parts_move_as_the_longest_common_order_allows() =>
        Prop.ForAll(Gen.Shuffle(Enumerable.Range(0, 8).ToArray()).ToArbitrary(), order =>
        {
            string after = string.Join(' ', order);
            int moved = MapComparison.Between(Map(("S", "0 1 2 3 4 5 6 7")), Map(("S", after))).Changes.Count;
            return moved == order.Length - LongestIncreasing(order);
        }).QuickCheckThrowOnFailure();

    private static bool IsSame(MapComparison comparison) => comparison.Changes.Count == 0 && comparison.Similarity.Equals(1.0);

    private static bool AreMirrored(Journey one, Journey other)
    {
        MapComparison there = MapComparison.Between(one, other), back = MapComparison.Between(other, one);
        return there.Similarity.Equals(back.Similarity)
            && Elements(there, MapChangeKind.Added).SetEquals(Elements(back, MapChangeKind.Removed))
            && Elements(there, MapChangeKind.Removed).SetEquals(Elements(back, MapChangeKind.Added))
            && there.Changes.Count == back.Changes.Count;

        static HashSet<string> Elements(MapComparison comparison, MapChangeKind kind) => [.. comparison.Changes.Where(change => change.Kind == kind).Select(change => change.Element)];
    }

    private static Journey Shuffled(int seed)
    {
        Random random = new(seed);
        int[] touchpoints = [.. Enumerable.Range(0, 12)];
        random.Shuffle(touchpoints);
        string[] stages = ["A", "B", "C"];
        random.Shuffle(stages);
        return Map([.. stages.Select((stage, i) => (stage, string.Join(' ', touchpoints.Skip(i * 3).Take(3))))]);
    }

    private static Journey Map(params (string Stage, string Touchpoints)[] stages) => Journey.Create("J", map =>
    {
        foreach ((string name, string touchpoints) in stages)
        {
            map.AddStage(name, stage =>
            {
                foreach (string touchpoint in touchpoints.Split(' ', StringSplitOptions.RemoveEmptyEntries)) stage.AddTouchpoint(touchpoint);
            });
        }
    });

    /// <summary>By trying every subset.</summary>
    private static int LongestIncreasing(int[] order) => Enumerable.Range(0, 1 << order.Length)
        .Select(mask => order.Where((_, i) => (mask & (1 << i)) != 0).ToArray())
        .Where(chosen => chosen.Zip(chosen.Skip(1)).All(pair => pair.First < pair.Second))
        .Max(chosen => chosen.Length);

    [Fact]
    public void The_check_of_two_versions_counts_what_the_comparison_lists() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            (Journey map, Journey changed) = AnyMap.MakePair(seed);
            foreach ((Journey before, Journey after) in new[] { (map, changed), (Shuffled(seed), Shuffled(seed ^ 1)), (map, AnyMap.Make(seed ^ 1)) })
            {
                CustomerJourney.Checks.VersionChange change = CustomerJourney.Checks.VersionChange.Between(before, after);
                MapChange[] listed = [.. MapComparison.Between(before, after).Changes.Where(listed => listed.ElementKind is "stage" or "touchpoint")];
                Assert.Equal(
                    (change.Added, change.Removed, change.Renamed),
                    (listed.Count(item => item.Kind == MapChangeKind.Added), listed.Count(item => item.Kind == MapChangeKind.Removed), listed.Count(item => item.Kind == MapChangeKind.Renamed)));
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_touchpoint_with_another_id_and_spelling_is_renamed_in_the_check_too()
    {
        Journey before = Journey.Create("J", map => map.AddStage("S", stage => stage.AddTouchpoint("Phone call")));
        Journey after = Journey.Create("J", map => map.AddStage("S", stage => stage.AddTouchpoint("phone-call!", touch => touch.Id("other"))));
        Assert.Equal((2, 0, 0, 1), CustomerJourney.Checks.VersionChange.Between(before, after) is var change ? (change.Kept, change.Added, change.Removed, change.Renamed) : default);
    }
}
