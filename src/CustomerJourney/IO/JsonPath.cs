namespace CustomerJourney.IO;

/// <summary>A column of a JSON source: the way from an object to one of its values.</summary>
/// <remarks>
/// <code>
/// path   = *( "^." ) step *( "." key / "[" choice "]" )     ^ is the object that the list of this one lies in
/// step   = key / "[" choice "]"
/// choice = place                                            the item at a place, from 0
///        / key "=" text                                     the item whose field has this value
///        / nothing                                          all items; only in EventMapping.Rows
/// </code>
/// In keys and texts <c>\</c> stands before <c>. [ ] = ^ \</c> that are meant as they are. Everything else stands for itself, spaces included.
/// </remarks>
internal sealed class JsonPath
{
    /// <summary>How many lists up the way begins.</summary>
    public required int Parents { get; init; }

    /// <summary>The steps down; at least one.</summary>
    public required IReadOnlyList<JsonStep> Steps { get; init; }
}
