using System.Text;
using CustomerJourney.Building.Documents;

namespace CustomerJourney.Events;

/// <content>The mapping as JSON, for settings files.</content>
public sealed partial record EventMapping
{
    /// <summary>
    /// The mapping as JSON, to be kept in a file and changed there: an object whose properties are called like those of this type, in camel case and in their order; what is as it is by default is left out.
    /// Two spaces, line feeds. <see cref="Parse"/> gives an equal mapping.
    /// </summary>
    /// <remarks>
    /// A <see cref="TimeFormat"/> is one of the words <c>iso8601</c>, <c>unixSeconds</c>, <c>unixMilliseconds</c>, <c>unixMicroseconds</c>, or an object with the id of a <c>zone</c> and, unless times are ISO 8601, a .NET <c>pattern</c>.
    /// Date columns, attribute names, fallbacks and filters are objects. Columns of a mapping are not checked; readers do that.
    /// </remarks>
    /// <exception cref="JourneyDefinitionException">
    /// JSON cannot hold the mapping: a text is null or no valid Unicode, a zone is none that the system finds by its id, or a kind of score is unknown; all problems are listed.
    /// </exception>
    public string ToJson() => Encoding.UTF8.GetString(DocumentWriter.Write(MappingDocument.Write(this)));

    /// <summary>Reads a mapping from JSON, as <see cref="ToJson"/> writes it.</summary>
    /// <param name="json">The document: an object that needs no more than <c>customer</c>, and for most sources <c>event</c> and <c>time</c>.</param>
    /// <returns>The mapping. Whether it fits a source, and does not contradict itself, is told when something is read with it.</returns>
    /// <exception cref="JourneyDefinitionException">
    /// The text is not JSON or no mapping: properties are missing, unknown or there twice, values have another type, a zone is unknown. All faults are listed, each with JSON path and line.
    /// </exception>
    public static EventMapping Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return MappingDocument.Read(json);
    }
}
