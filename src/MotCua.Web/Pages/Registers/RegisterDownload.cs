using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Documents;
using MotCua.Organization;
using MotCua.Registers;

namespace MotCua.Web.Pages.Registers;

/// <summary>A register's list as a file, asked for with ?format=csv or xlsx.</summary>
public static class RegisterDownload
{
    public static FileResult Download(this PageModel page, RegisterSheet sheet, AgencyTree tree, string name, string format) => format == "csv"
        ? page.File(BookExport.Csv(sheet, tree), CsvText.ContentType, $"{name}.csv")
        : page.File(XlsxWriter.ToStream(BookExport.Excel(sheet, tree)), XlsxWriter.ContentType, $"{name}.xlsx");
}
