namespace CustomerJourney.IO;

/// <summary>What a step of a <see cref="JsonPath"/> does.</summary>
internal enum JsonStepKind
{
    /// <summary>To the value of a key: <c>value</c>.</summary>
    Key,

    /// <summary>To an item by its place, from 0: <c>[0]</c>.</summary>
    Index,

    /// <summary>To the item whose field has a value: <c>[key=page_location]</c>.</summary>
    Choice,

    /// <summary>To all items: <c>[]</c>.</summary>
    Each,
}
