using CustomerJourney.Classification.Rules;
using CustomerJourney.Events;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Classification.Rules;

public class StageRulesDocumentTests
{
    private const string Document = """
        {
          "formatVersion": "1.0",
          "current": "recencyWeighted",
          "halfLife": "P10D",
          "dormantAfter": "P180D",
          "history": {
            "prefix": "stage:",
            "stages": [
              {
                "stated": "customer",
                "stage": "Purchase"
              },
              {
                "stated": "lead",
                "stage": "Awareness"
              }
            ]
          },
          "rules": [
            {
              "kind": "count",
              "stage": "Support",
              "when": {
                "event": "ticket_opened"
              },
              "times": 2,
              "within": "P7D"
            },
            {
              "kind": "count",
              "stage": "At risk",
              "name": "Unhappy and worth it",
              "when": {
                "event": "survey",
                "channel": "email",
                "attributes": [
                  {
                    "attribute": "plan",
                    "value": "pro"
                  }
                ],
                "minimumValue": 100,
                "currency": "EUR",
                "feedback": "nps",
                "maximumScore": 6
              },
              "times": 1
            },
            {
              "kind": "total",
              "stage": "VIP",
              "when": {
                "event": "order_paid"
              },
              "atLeast": 1000,
              "currency": "EUR"
            },
            {
              "kind": "sequence",
              "stage": "Activated",
              "steps": [
                {
                  "event": "trial_started"
                },
                {
                  "event": "colleague_invited"
                }
              ],
              "without": [
                {
                  "event": "cancelled"
                }
              ],
              "within": "P14D"
            },
            {
              "kind": "silence",
              "stage": "Lapsed",
              "of": {
                "event": "order_paid"
              },
              "silence": "P90D"
            }
          ]
        }

        """;

    private static readonly Arbitrary<int> Seeds = ArbMap.Default.ArbFor<int>();

    [Fact]
    public void The_document_says_all_that_the_definition_says()
    {
        Assert.Equal(Document.ReplaceLineEndings("\n"), StageRulesBuilderTests.All.ToJson());
        Assert.Equal(StageRulesBuilderTests.All, StageRules.Parse(Document));
    }

    [Fact]
    public void What_is_written_is_read_as_the_same_and_written_as_the_same() => Prop.ForAll(Seeds, seed =>
    {
        StageRules rules = AnyRules.Make(seed);
        string json = rules.ToJson();
        StageRules read = StageRules.Parse(json);
        Assert.Equal(rules, read);
        Assert.Equal(rules.GetHashCode(), read.GetHashCode());
        Assert.Equal(json, read.ToJson());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Two_definitions_are_equal_when_and_only_when_their_documents_are() => Prop.ForAll(Seeds, Seeds, (one, other) =>
        Assert.Equal(AnyRules.Make(one).Equals(AnyRules.Make(other)), AnyRules.Make(one).ToJson() == AnyRules.Make(other).ToJson())).QuickCheckThrowOnFailure();

    [Fact]
    public void What_has_a_usual_value_may_be_left_out()
    {
        Assert.Equal(StageRules.None, StageRules.Parse("""{"formatVersion":"1.0"}"""));
        StageRules read = StageRules.Parse("""{"formatVersion":"1.0","history":{},"rules":[{"kind":"count","stage":"S","when":{}}]}""");
        Assert.Equal(new StageRules { History = new StageHistory(), Rules = [new CountRule { Stage = "S", When = new EventPattern() }] }, read);
    }

    [Theory]
    [InlineData("P1Y", 365 * 86_400)]
    [InlineData("P1M", 30 * 86_400)]
    [InlineData("P2W", 14 * 86_400)]
    [InlineData("PT36H", 36 * 3_600)]
    [InlineData("P1DT0.5S", 86_400.5)]
    [InlineData("PT90.0000001S", 90.0000001)]
    public void Durations_of_any_spelling_are_read(string text, double seconds) =>
        Assert.Equal(TimeSpan.FromTicks((long)((decimal)seconds * TimeSpan.TicksPerSecond)), StageRules.Parse($$"""{"formatVersion":"1.0","halfLife":"{{text}}"}""").HalfLife);

    [Theory]
    [InlineData("P0.5D")]
    [InlineData("PT0.00000001S")]
    [InlineData("PT.5S")]
    [InlineData("P10675199DT2H48M5.4775808S")]
    [InlineData("7 days")]
    [InlineData("-P1D")]
    [InlineData("")]
    public void What_is_no_duration_is_refused(string text) =>
        Assert.Equal($"$.halfLife, line 1: it is \"{text}\"; allowed is an ISO 8601 duration such as P7D or PT1H30M, its seconds with at most seven decimals", Assert.Single(Faults($$"""{"formatVersion":"1.0","halfLife":"{{text}}"}""")));

    [Theory]
    [InlineData("""{"kind":"count","stage":"S"}""", "$.rules[0], line 1: a rule needs the property \"when\"")]
    [InlineData("""{"kind":"count","when":{}}""", "$.rules[0], line 1: a rule needs the property \"stage\"")]
    [InlineData("""{"stage":"S","when":{}}""", "$.rules[0], line 1: a rule needs the property \"kind\"")]
    [InlineData("""{"kind":"sum","stage":"S"}""", "$.rules[0].kind, line 1: it is \"sum\"; allowed are count, total, sequence, silence")]
    [InlineData("""{"kind":"silence","stage":"S","of":{}}""", "$.rules[0], line 1: a rule needs the property \"silence\"")]
    [InlineData("""{"kind":"silence","stage":"S","of":[],"silence":"P1D"}""", "$.rules[0].of, line 1: it is a list; a pattern of events is needed here, an object")]
    [InlineData("""{"kind":"total","stage":"S","when":{}}""", "$.rules[0], line 1: a rule needs the property \"atLeast\"")]
    [InlineData("""{"kind":"total","stage":"S","when":{},"atLeast":1e3}""", "$.rules[0].atLeast, line 1: it is the number 1e3; allowed is an amount of at most 28 digits, without an exponent")]
    [InlineData("""{"kind":"total","stage":"S","when":{},"atLeast":"5"}""", "$.rules[0].atLeast, line 1: it is the text \"5\"; allowed is an amount, a number")]
    [InlineData("""{"kind":"sequence","stage":"S"}""", "$.rules[0], line 1: a rule needs the property \"steps\"")]
    [InlineData("""{"kind":"sequence","stage":"S","steps":[{},null]}""", "$.rules[0].steps[1], line 1: it is null; a pattern of events is needed here, an object")]
    [InlineData("""{"kind":"count","stage":null,"when":{}}""", "$.rules[0].stage, line 1: it is null; allowed is a text")]
    [InlineData("""{"kind":"count","stage":"S","when":{},"times":1.5}""", "$.rules[0].times, line 1: it is the number 1.5; allowed is a whole number")]
    [InlineData("""{"kind":"count","stage":"S","when":{},"times":0}""", "$.rules[0].times, line 1: rule 1 (\"S\": 0 events): times is 0; allowed is 1 to 1000")]
    [InlineData("""{"kind":"count","stage":"S","when":{"feedback":"csi"}}""", "$.rules[0].when.feedback, line 1: it is \"csi\"; allowed are none, nps, csat, ces, emotion, employeeNps, ces1")]
    [InlineData("""{"kind":"count","stage":"S","when":{"feedback":"nps","minimumScore":1e999}}""", "$.rules[0].when.minimumScore, line 1: it is the number 1e999, which is too large for a number here")]
    [InlineData("""{"kind":"count","stage":"S","when":{"attributes":[{"attribute":"x"}]}}""", "$.rules[0].when.attributes[0], line 1: an attribute with its value needs the property \"value\"")]
    [InlineData("""{"kind":"count","stage":"S","when":{},"silence":"P1D"}""", "$.rules[0].silence, line 1: a rule has no property \"silence\"; allowed are kind, stage, name, when, times, within")]
    [InlineData("""{"kind":"count","stage":"S","when":{"x-note":1}}""", "$.rules[0].when.x-note, line 1: a pattern of events has no property \"x-note\"; allowed are event, channel, attributes, minimumValue, currency, feedback, minimumScore, maximumScore")]
    [InlineData("""{"kind":"count","stage":"S","when":{},"stage":"S"}""", "$.rules[0].stage, line 1: the property \"stage\" is there twice; each is allowed once")]
    public void A_fault_of_a_rule_is_told_with_path_and_line(string rule, string problem) => Assert.Equal(problem, Assert.Single(Faults($$"""{"formatVersion":"1.0","rules":[{{rule}}]}""")));

    [Theory]
    [InlineData("""[]""", "$, line 1: it is a list; the document is needed here, an object")]
    [InlineData("""{}""", "$, line 1: the document needs the property \"formatVersion\"")]
    [InlineData("""{"formatVersion":"2.0","rules":7}""", "$.formatVersion, line 1: the format version is \"2.0\"; this version of the library reads 1.0")]
    [InlineData("""{"formatVersion":1.0}""", "$.formatVersion, line 1: it is the number 1.0; allowed is a text")]
    [InlineData("""{"formatVersion":"1.0","curent":"latest"}""", "$.curent, line 1: the document has no property \"curent\"; allowed are formatVersion, current, halfLife, dormantAfter, history, rules")]
    [InlineData("""{"formatVersion":"1.0","current":"Latest"}""", "$.current, line 1: it is \"Latest\"; allowed are latest, furthest, recencyWeighted")]
    [InlineData("""{"formatVersion":"1.0","rules":{}}""", "$.rules, line 1: it is an object; allowed is a list")]
    [InlineData("""{"formatVersion":"1.0","history":{"stages":[{"stated":"a"}]}}""", "$.history.stages[0], line 1: a stated stage needs the property \"stage\"")]
    [InlineData("""{"formatVersion":"1.0","history":{"prefix":""}}""", "$.history.prefix, line 1: the prefix of the events that state a stage is empty; name it")]
    [InlineData("""{"formatVersion":"1.0",}""", "line 1, byte 24: it is no valid JSON.")]
    [InlineData("""{"formatVersion":"1.0","rules":[[[[[[[[[[[[]]]]]]]]]]]]}""", "line 1: it is nested deeper than 8 levels, which is the most that is read")]
    [InlineData("""{"formatVersion":"1.0","rules":["\ud800"]}""", "$.rules[0], line 1: it is no valid Unicode text")]
    public void A_fault_of_the_document_is_told_with_path_and_line(string json, string problem) => Assert.StartsWith(problem, Assert.Single(Faults(json)), StringComparison.Ordinal);

    [Fact]
    public void All_faults_come_at_once_in_line_order()
    {
        string[] lines = Document.ReplaceLineEndings("\n").Split('\n');
        string broken = string.Join('\n', lines.Select(line => line switch
        {
            "  \"halfLife\": \"P10D\"," => "  \"halfLife\": \"P0D\",",
            "      \"times\": 2," => "      \"times\": 2000,",
            "      \"atLeast\": 1000," => "      \"atLeast\": -1, \"more\": 1,",
            "      \"silence\": \"P90D\"" => "      \"silence\": 90",
            _ => line,
        }));
        (string Path, string Text)[] places =
        [
            ("$.halfLife", "\"P0D\""), ("$.rules[0].times", "2000"), ("$.rules[2].more", "\"more\""), ("$.rules[2].atLeast", "\"atLeast\""), ("$.rules[4].silence", ": 90"),
        ];
        string[] told = [.. Faults(broken).Select(problem => problem.Split(": ")[0])];
        Assert.Equal(places.Select(place => $"{place.Path}, line {Array.FindIndex(broken.Split('\n'), line => line.Contains(place.Text, StringComparison.Ordinal)) + 1}").Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
        int[] inOrder = [.. told.Select(place => int.Parse(place.Split("line ")[1], System.Globalization.CultureInfo.InvariantCulture))];
        Assert.Equal(inOrder.Order(), inOrder);
    }

    [Fact]
    public void Rules_that_contradict_each_other_are_told_at_the_place_of_the_later_one() =>
        Assert.StartsWith("$.rules[2], line 4: rule 3 (\"T\": 2 \"a\") can never decide, because rule 1 (\"S\": \"a\")", Assert.Single(Faults("""
            {"formatVersion":"1.0","rules":[
            {"kind":"count","stage":"S","when":{"event":"a"}},
            {"kind":"count","stage":"S","when":{"event":"b"}},
            {"kind":"count","stage":"T","when":{"event":"a"},"times":2}]}
            """)), StringComparison.Ordinal);

    [Fact]
    public void A_document_that_is_too_large_is_refused_both_ways()
    {
        Assert.Equal("it has more than 4 MB, which is the most that is read", Assert.Single(Faults(new string(' ', 5_000_000))));
        StageRules large = StageRules.Create(rules => rules.Enter(new string('S', 5_000_000), "a"));
        Assert.Equal("it has more than 4 MB, which is the most that is read", Assert.Single(Assert.Throws<JourneyDefinitionException>(large.ToJson).Problems));
        Assert.Equal("it holds half of a surrogate pair; allowed is any valid Unicode text", Assert.Single(Faults("{\uD800")));
    }

    [Fact]
    public void A_definition_with_faults_is_not_written() =>
        Assert.Contains("times is 0", Assert.Single(Assert.Throws<JourneyDefinitionException>(new StageRules { Rules = [new CountRule { Stage = "S", When = new EventPattern(), Times = 0 }] }.ToJson).Problems), StringComparison.Ordinal);

    [Fact]
    public void Equal_amounts_and_scores_are_written_the_same()
    {
        StageRules one = Worth(1.50m, 0.0), other = Worth(1.5000m, -0.0);
        Assert.Equal(one, other);
        Assert.Equal(one.ToJson(), other.ToJson());
        static StageRules Worth(decimal value, double score) => new() { Rules = [new CountRule { Stage = "S", When = new EventPattern { MinimumValue = value, Feedback = FeedbackKind.Emotion, MinimumScore = score } }] };
    }

    private static IReadOnlyList<string> Faults(string json) => Assert.Throws<JourneyDefinitionException>(() => StageRules.Parse(json)).Problems;
}
