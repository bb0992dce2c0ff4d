package org.posescope.cli.option;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.posescope.plan.HeatmapDecoding;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a way to decode heatmaps by its label. */
final class HeatmapDecodingConverter implements ITypeConverter<HeatmapDecoding> {
    @Override
    public HeatmapDecoding convert(String label) {
        return Arrays.stream(HeatmapDecoding.values()).filter(each -> each.label().equals(label)).findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + label + "' is not one of " + Arrays
                        .stream(HeatmapDecoding.values()).map(HeatmapDecoding::label)
                        .collect(Collectors.joining(", "))));
    }
}
