namespace CustomerJourney.IO;

/// <summary>How the text of a source is compressed.</summary>
public enum TextCompression
{
    /// <summary>Gzip and zip archives are seen from their first bytes, brotli, which has none of its own, from the name <c>.br</c> of the file; anything else is plain text.</summary>
    Automatic,

    /// <summary>Plain text, whatever its first bytes look like.</summary>
    None,

    /// <summary>Gzip (RFC 1952), in one member or several.</summary>
    Gzip,

    /// <summary>Brotli (RFC 7932).</summary>
    Brotli,

    /// <summary>An entry of a zip archive.</summary>
    Zip,
}
