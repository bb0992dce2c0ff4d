package org.posescope.record.parquet;

import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.FLOAT;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/**
 * A column of the table of people. Numbers that are not finite are absent.
 *
 * @param type   as the file has it
 * @param value  of a row; empty where it has none
 * @param writer tells the value to the library
 */
record Column<T>(Type type, Function<PersonRow, Optional<T>> value, BiConsumer<RecordConsumer, T> writer) {
    private static final String LIST = "list";
    private static final String ELEMENT = "element";

    static Column<String> text(String name, Function<PersonRow, Optional<String>> value) {
        return new Column<>(Types.optional(BINARY).as(LogicalTypeAnnotation.stringType()).named(name), value,
                (out, text) -> out.addBinary(Binary.fromString(text)));
    }

    static Column<Integer> int32(String name, ToIntFunction<PersonRow> value) {
        return new Column<>(Types.required(INT32).named(name), row -> Optional.of(value.applyAsInt(row)),
                RecordConsumer::addInteger);
    }

    static Column<Long> int64(String name, ToLongFunction<PersonRow> value) {
        return new Column<>(Types.required(INT64).named(name), row -> Optional.of(value.applyAsLong(row)),
                RecordConsumer::addLong);
    }

    static Column<Double> float64(String name, ToDoubleFunction<PersonRow> value) {
        return new Column<>(Types.required(DOUBLE).named(name), row -> Optional.of(value.applyAsDouble(row)),
                RecordConsumer::addDouble);
    }

    static Column<Float> float32(String name, Step step, Function<PersonRow, Float> value) {
        return new Column<>(Types.optional(FLOAT).named(name),
                row -> Optional.of(value.apply(row)).filter(Float::isFinite),
                (out, number) -> out.addFloat(step.round(number)));
    }

    /** A list of numbers. */
    static Column<List<Float>> numbers(String name, Step step, Function<PersonRow, Optional<List<Float>>> value) {
        return new Column<>(Types.optionalList().optionalElement(FLOAT).named(name), value,
                (out, numbers) -> list(out, numbers, (to, number) -> number(to, ELEMENT, 0, step.round(number))));
    }

    /**
     * A list of points.
     *
     * @param fields numbers of a point, by name
     */
    static <P> Column<List<P>> points(String name, List<PointField<P>> fields,
            Function<PersonRow, Optional<List<P>>> value) {
        Types.GroupBuilder<GroupType> point = Types.optionalGroup();
        fields.forEach(field -> point.addField(Types.optional(FLOAT).named(field.name())));
        return new Column<>(Types.optionalList().element(point.named(ELEMENT)).named(name), value,
                (out, points) -> list(out, points, (to, each) -> point(to, fields, each)));
    }

    private static <P> void point(RecordConsumer out, List<PointField<P>> fields, P point) {
        out.startField(ELEMENT, 0);
        out.startGroup();
        for (int i = 0; i < fields.size(); i++) {
            number(out, fields.get(i).name(), i, fields.get(i).of(point));
        }
        out.endGroup();
        out.endField(ELEMENT, 0);
    }

    /** In the three levels that the format wants of a list. */
    private static <E> void list(RecordConsumer out, List<E> elements, BiConsumer<RecordConsumer, E> writer) {
        out.startGroup();
        if (!elements.isEmpty()) {
            out.startField(LIST, 0);
            for (E element : elements) {
                out.startGroup();
                writer.accept(out, element);
                out.endGroup();
            }
            out.endField(LIST, 0);
        }
        out.endGroup();
    }

    private static void number(RecordConsumer out, String name, int index, float value) {
        if (Float.isFinite(value)) {
            out.startField(name, index);
            out.addFloat(value);
            out.endField(name, index);
        }
    }

    void write(RecordConsumer out, int index, PersonRow row) {
        value.apply(row).ifPresent(present -> {
            out.startField(type.getName(), index);
            writer.accept(out, present);
            out.endField(type.getName(), index);
        });
    }
}
