using System.Security.Cryptography;
using System.Text;
using CustomerJourney.Building.Documents;

namespace CustomerJourney.Classification.Rules;

/// <summary>
/// Names what the memory of a customer's stages depends on: the stages and event bindings of the map, and the rules. States that were kept under another fingerprint cannot be read on.
/// </summary>
/// <remarks>
/// The names of stages and rules, touchpoints, and which stage is the current one may change: they are looked up when a state is read. The names of stages count where a history may state them.
/// </remarks>
internal static class RulesFingerprint
{
    /// <summary>The fingerprint: SHA-256, 64 hexadecimal digits in lower case; the same in every process and on every machine.</summary>
    /// <param name="journey">The map.</param>
    /// <param name="rules">The rules; they fit the map.</param>
    public static string Of(Journey journey, StageRules rules)
    {
        DocumentValue known = StageRulesDocument.Object(
            ("formatVersion", StageRulesDocument.Text(StageRulesDocument.Version)),
            ("stages", StageRulesDocument.List(journey.Stages.Select(stage => Write(stage, isNamed: rules.History is not null)))),
            ("halfLife", StageRulesDocument.Duration(rules.HalfLife)),
            ("dormantAfter", StageRulesDocument.Duration(rules.DormantAfter)),
            ("history", rules.History is null ? null : StageRulesDocument.Write(rules.History, IdOf)),
            ("rules", StageRulesDocument.List(rules.Rules.Select(rule => StageRulesDocument.Write(rule, IdOf, name: null)))));
        return Convert.ToHexStringLower(SHA256.HashData(DocumentWriter.Write(known)));

        string IdOf(string stage) => journey.StageNames.TryFind(stage)?.Id ?? stage;
    }

    private static DocumentValue Write(Stage stage, bool isNamed) => StageRulesDocument.Object(
        ("id", StageRulesDocument.Text(stage.Id)),
        ("name", isNamed ? StageRulesDocument.Text(stage.Name) : null),
        ("events", StageRulesDocument.List(stage.Touchpoints
            .SelectMany(touchpoint => touchpoint.EventBindings)
            .Select(Write)
            // Which touchpoint names an event, and in which order, changes nothing.
            .Select(binding => (Binding: binding, Bytes: Encoding.UTF8.GetString(DocumentWriter.Write(binding))))
            .DistinctBy(binding => binding.Bytes, StringComparer.Ordinal)
            .OrderBy(binding => binding.Bytes, StringComparer.Ordinal)
            .Select(binding => binding.Binding))));

    private static DocumentValue Write(EventBinding binding) => StageRulesDocument.Object(
        ("event", StageRulesDocument.Text(binding.Event)),
        ("channel", StageRulesDocument.Text(binding.Channel)),
        ("attributes", StageRulesDocument.Write(binding.Conditions
            .OrderBy(condition => condition.Attribute, StringComparer.Ordinal)
            .ThenBy(condition => condition.Value, StringComparer.Ordinal))));
}
