using CustomerJourney.Building.Documents;

namespace CustomerJourney.Events;

/// <summary>The properties of each object of a mapping's document, in the order in which they are written: those of the types, in camel case.</summary>
internal static class MappingSchema
{
    public static DocumentSchema Mapping { get; } = new("an event mapping",
        "rows", "customer", "event", "eventPrefix", "eventDetails", "eventSeparator", "time", "timeFormat", "dateColumns", "startedAt", "recordedAt",
        "id", "idDetails", "sequence", "sequenceDetails", "channel", "score", "scoreKind", "scoreKindColumn", "question", "about", "value", "roundAmounts", "currency",
        "eventAttributes", "customerAttributes", "attributeNames",
        "fallbacks", "optionalColumns", "filters", "previous", "presentStageOnly", "collapseRepeats", "anonymous", "alias", "aliasWhen");

    public static DocumentSchema TimeFormat { get; } = new("a time format", "zone", "pattern");

    public static DocumentSchema DateColumn { get; } = new("a date column", "column", "event", "except");

    public static DocumentSchema AttributeName { get; } = new("an attribute name", "column", "name");

    public static DocumentSchema Fallback { get; } = new("a fallback", "column", "others");

    public static DocumentSchema Filter { get; } = new("a filter of rows", "column", "values");
}
