namespace CustomerJourney.IO;

/// <summary>A step of a <see cref="JsonPath"/>: a key, a place, a field with its value, or all items.</summary>
internal readonly record struct JsonStep(JsonStepKind Kind, string Key = "", string Value = "", int Index = -1);
