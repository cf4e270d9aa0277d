//! The plot of growth.

use std::iter::zip;

use anyhow::{Result, anyhow};
use plotters::coord::Shift;
use plotters::prelude::*;

use crate::growth::Growth;
use crate::measure::Series;

/// Time and memory over the number of codes, on logarithmic axes: proportional growth is a line at 45 degrees.
pub fn growth(growth: &[Growth]) -> Result<String> {
    let mut svg = String::new();
    {
        let area = SVGBackend::with_string(&mut svg, (960, 420)).into_drawing_area();
        area.fill(&WHITE).map_err(|error| anyhow!("{error}"))?;
        let panels = area.split_evenly((1, 2));
        panel(&panels[0], "seconds", growth, |series| Some(series.wall().as_secs_f64()))?;
        panel(&panels[1], "MB of memory", growth, |series| Some(number(series.peak()?) / 1e6))?;
        area.present().map_err(|error| anyhow!("{error}"))?;
    }
    Ok(svg)
}

type Line = (&'static str, fn(&Growth) -> &Series, RGBColor);

/// The series, with their names and colours.
const LINES: [Line; 3] = [
    ("errcat generate", |growth| &growth.generate, RGBColor(0, 114, 178)),
    ("check", |growth| &growth.check, RGBColor(0, 158, 115)),
    ("release build", |growth| &growth.release, RGBColor(213, 94, 0)),
];

fn panel(
    area: &DrawingArea<SVGBackend, Shift>,
    unit: &str,
    growth: &[Growth],
    value: impl Fn(&Series) -> Option<f64>,
) -> Result<()> {
    let codes: Vec<_> = growth.iter().map(|growth| number(growth.codes as u64)).collect();
    let lines = LINES.map(|(name, series, color)| {
        let values = growth.iter().filter_map(|growth| value(series(growth)));
        (name, zip(codes.iter().copied(), values).collect::<Vec<_>>(), color)
    });
    let points = || lines.iter().flat_map(|(_, points, _)| points);
    let (low, high) = points().fold((f64::MAX, f64::MIN), |(low, high), &(_, value)| (low.min(value), high.max(value)));
    let (first, last) = (codes[0], codes[codes.len() - 1]);
    let failed = |error| anyhow!("the plot: {error}");
    let mut chart = ChartBuilder::on(area)
        .caption(unit, ("sans-serif", 16))
        .margin(12)
        .x_label_area_size(40)
        .y_label_area_size(56)
        .build_cartesian_2d((first * 0.8..last * 1.25).log_scale(), (low * 0.7..high * 1.4).log_scale())
        .map_err(failed)?;
    chart
        .configure_mesh()
        .light_line_style(WHITE)
        .x_desc("codes")
        .x_label_formatter(&f64::to_string)
        .y_label_formatter(&f64::to_string)
        .draw()
        .map_err(failed)?;
    for (name, points, color) in lines {
        let marks = points.clone().into_iter().map(|point| Circle::new(point, 3, color.filled()));
        chart.draw_series(marks).map_err(failed)?;
        let line = chart.draw_series(LineSeries::new(points, color.stroke_width(2))).map_err(failed)?;
        line.label(name).legend(move |(x, y)| PathElement::new([(x, y), (x + 16, y)], color.stroke_width(2)));
    }
    let mut labels = chart.configure_series_labels();
    labels.position(SeriesLabelPosition::UpperLeft).background_style(WHITE).draw().map_err(failed)?;
    Ok(())
}

#[allow(clippy::cast_precision_loss, reason = "a plot is not that exact")]
fn number(number: u64) -> f64 {
    number as f64
}
