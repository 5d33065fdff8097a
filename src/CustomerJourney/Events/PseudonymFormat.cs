namespace CustomerJourney.Events;

/// <summary>How the 32 bytes of a pseudonym are written.</summary>
public enum PseudonymFormat
{
    /// <summary>43 characters of base64url without padding (RFC 4648, section 5).</summary>
    Base64Url,

    /// <summary>64 lowercase hexadecimal digits.</summary>
    Hex,
}
