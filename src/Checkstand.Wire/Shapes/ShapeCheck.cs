using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Checkstand.Wire.Shapes;

/// <summary>The state of one check: where it is, what it has found, and the normal form so far.</summary>
internal sealed class ShapeCheck : IDisposable
{
    // The contracts nest six deep; this leaves room and keeps a hostile body from recursing.
    private const int DepthMax = 32;

    private static readonly JsonWriterOptions Compact = new()
    {
        // Answers are JSON for JSON parsers, never pasted into HTML, so UTF-8 text stays readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private readonly ArrayBufferWriter<byte> output;
    private readonly List<Violation> violations = [];
    private readonly Step[] path = new Step[DepthMax + 1];
    private int depth;
    private int suppressed;

    private ShapeCheck(int sizeHint)
    {
        output = new ArrayBufferWriter<byte>(sizeHint);
        Writer = new Utf8JsonWriter(output, Compact);
    }

    /// <summary>Takes the normal form of what is accepted.</summary>
    public Utf8JsonWriter Writer { get; }

    /// <summary>Bytes of normal form so far.</summary>
    public int Written => checked((int)(Writer.BytesCommitted + Writer.BytesPending));

    /// <summary>Checks a whole body against its declaration.</summary>
    public static CheckedObject Run(BodyShape shape, ReadOnlySpan<byte> body)
    {
        // Utf8JsonReader looks at the bytes of a string only when it is taken out; a wrong byte must not get that far.
        if (!System.Text.Unicode.Utf8.IsValid(body))
        {
            return CheckedObject.Refused("The body is not valid UTF-8.", "json_invalid");
        }

        using var check = new ShapeCheck(body.Length + 256);
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = DepthMax });
        try
        {
            reader.Read();
            var (found, slices) = shape.CheckRoot(ref reader, check);
            reader.Read();
            check.Writer.Flush();
            if (check.violations.Count == 0)
            {
                return new CheckedObject(found, slices, check.output.WrittenMemory, []);
            }

            // What was accepted before the first violation may be a card number.
            check.output.Clear();
            return new CheckedObject(found, [], default, check.violations);
        }
        catch (JsonException broken)
        {
            return CheckedObject.Refused(Describe(broken), "json_invalid");
        }
    }

    public void Dispose() => Writer.Dispose();

    public void Enter(string name) => path[depth++] = new Step(name, 0);

    public void Enter(int index) => path[depth++] = new Step(null, index);

    public void Leave() => depth--;

    /// <summary>Reports a violation at the current place.</summary>
    public void Refuse(string message, string type)
    {
        if (violations.Count < Violation.ListedMax)
        {
            violations.Add(new Violation(ViolationLocation.Body, Pointer(), message, type));
        }
        else
        {
            suppressed++;
        }
    }

    /// <summary>Whether anything more could be reported; past the limit, a check may stop looking closely.</summary>
    public bool IsFull => suppressed > 0;

    private string Pointer()
    {
        var pointer = new StringBuilder();
        for (var i = 0; i < depth; i++)
        {
            pointer.Append('/');
            if (path[i].Name is { } name)
            {
                pointer.Append(
                    name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)
                );
            }
            else
            {
                pointer.Append(path[i].Index);
            }
        }

        return pointer.ToString();
    }

    // The exception's own message can quote the text around the error, which may be a card number.
    private static string Describe(JsonException broken) =>
        $"The body is not valid JSON (line {broken.LineNumber + 1}, byte {broken.BytePositionInLine}).";

    private readonly record struct Step(string? Name, int Index);
}
