using CustomerJourney.StageModels;

namespace CustomerJourney;

/// <summary>How strictly a document is read, and how large it may be, and which stage models are known. Equal by value; catalogs are equal only to themselves.</summary>
public sealed record JourneyReadOptions
{
    /// <summary>The most levels that may be allowed: a reader and a writer go down by calls.</summary>
    private const int DeepestMaximum = 512;

    /// <summary>A document that is not what <c>journey.schema.json</c> says is refused.</summary>
    public static JourneyReadOptions Strict { get; } = new();

    /// <summary>
    /// What can be understood is read, and <see cref="Journey.ReadWarnings"/> says what is wrong: properties that the format does not know are kept, facts that are missing and have a usual value get it,
    /// what a list names twice counts once.
    /// </summary>
    public static JourneyReadOptions Lenient { get; } = new() { IsLenient = true };

    /// <summary>Whether what can be understood is read although it is not what the format says.</summary>
    public bool IsLenient { get; init; }

    /// <summary>The most bytes of UTF-8 that are read, 1 or more; 16 MB unless said. A map of 200 touchpoints has some 200 KB.</summary>
    public int MaximumBytes { get; init => field = Positive(value); } = 16 * 1024 * 1024;

    /// <summary>How deep objects and lists may be nested, 1 to 512; 64 unless said. A map has 8 levels.</summary>
    public int MaximumDepth
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, DeepestMaximum);
            field = Positive(value);
        }
    } = 64;

    /// <summary>How many values (texts, numbers, lists, objects) a document may hold, 1 or more; a million unless said. A map of 200 touchpoints has some 10,000.</summary>
    public int MaximumValues { get; init => field = Positive(value); } = 1_000_000;

    /// <summary>
    /// Where the map's <see cref="Journey.StageModelId"/> is looked up; the published models unless said, one's own beside them with <see cref="StageModelCatalog.With"/>.
    /// An id that the catalog does not have is no fault: the format does not ask that it is known, and the map keeps it.
    /// </summary>
    public StageModelCatalog StageModels
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = StageModelCatalog.Default;

    private static int Positive(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        return value;
    }
}
