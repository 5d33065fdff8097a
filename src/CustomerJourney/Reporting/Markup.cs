using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace CustomerJourney.Reporting;

/// <summary>
/// HTML or SVG under construction. What stands literally in our sources is markup; what is filled in is text and escaped.
/// There is no way to append a string that is not one or the other, so nothing can be forgotten.
/// </summary>
internal sealed class Markup
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder _text = new();

    /// <summary>Appends markup; the handler has already written it when this is called.</summary>
#pragma warning disable CA1822 // The compiler passes this instance to the handler.
    public void Append([InterpolatedStringHandlerArgument("")] Handler markup) => _ = markup;
#pragma warning restore CA1822

    public override string ToString() => _text.ToString();

    /// <summary>Takes an interpolated string apart: literals as they are, holes escaped.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Handler
    {
        private readonly StringBuilder _text;

        public Handler(int literalLength, int formattedCount, Markup markup)
        {
            _text = markup._text;
            _text.EnsureCapacity(_text.Length + literalLength + (8 * formattedCount));
        }

        public void AppendLiteral(string literal) => _text.Append(literal);

        public void AppendFormatted(string? text)
        {
            if (text is not null) _text.Append(Encoder.Encode(PlainText.WithoutControls(text)));
        }

        public void AppendFormatted(int number) => _text.Append(CultureInfo.InvariantCulture, $"{number}");

        /// <summary>A coordinate: a hundredth of a pixel is enough.</summary>
        public void AppendFormatted(double coordinate) => _text.Append(CultureInfo.InvariantCulture, $"{coordinate:0.##}");
    }
}
