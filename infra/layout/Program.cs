using System.Text.Json;
using LearningSociety.Layout.Analysis;
using LearningSociety.Layout.Pdf;
using LearningSociety.Layout.Result;

var limits = new Limits();
var file = args[1];
var model = args.Length > 3 ? args[3] : Models.Layout;
var info = PdfInfo.Of(file, TimeSpan.FromSeconds(20), limits.MostPages);
using var reader = new PdfPages(file, model == Models.Dossier, limits);
using var output = Console.OpenStandardOutput();
using var writer = new Utf8JsonWriter(output, new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = false });
AnalyzeResult.Write(writer, model, [.. reader.Read(1, info.Pages.Count)]);
