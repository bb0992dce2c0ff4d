package org.posescope.network.onnx.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.posescope.network.protobuf.ProtoField;
import org.posescope.network.protobuf.ProtoMessage;
import org.posescope.tensor.MalformedDataException;

/**
 * A node of the graph, NodeProto (onnx/onnx.proto; the numbers are the field numbers of that file).
 *
 * @param type    of the operator, for example {@code Conv}
 * @param domain  of operators that it belongs to, empty for ONNX's own
 * @param inputs  names; an empty one is an input that is left out
 * @param outputs names
 * @param rest    fields that are none of these
 */
public record OnnxOperator(String type, String domain, List<String> inputs, List<String> outputs,
        List<OnnxAttribute> attributes, List<ProtoField> rest) {
    private static final int INPUT = 1;
    private static final int OUTPUT = 2;
    private static final int TYPE = 4;
    private static final int ATTRIBUTE = 5;
    private static final int DOMAIN = 7;

    public OnnxOperator {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        attributes = List.copyOf(attributes);
        rest = List.copyOf(rest);
    }

    static OnnxOperator read(ProtoField field) throws MalformedDataException {
        String type = "";
        String domain = "";
        List<String> inputs = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        List<OnnxAttribute> attributes = new ArrayList<>();
        List<ProtoField> rest = new ArrayList<>();
        for (ProtoField each : field.message()) {
            switch (each.number()) {
                case INPUT -> inputs.add(each.text());
                case OUTPUT -> outputs.add(each.text());
                case TYPE -> type = each.text();
                case ATTRIBUTE -> attributes.add(OnnxAttribute.read(each));
                case DOMAIN -> domain = each.text();
                default -> rest.add(each);
            }
        }
        if (outputs.isEmpty()) {
            throw new MalformedDataException("its operator " + type + " gives nothing");
        }
        return new OnnxOperator(type, domain, inputs, outputs, attributes, rest);
    }

    /** An operator of ONNX's own with one output. */
    public static OnnxOperator of(String type, String output, String... inputs) {
        return new OnnxOperator(type, "", List.of(inputs), List.of(output), List.of(), List.of());
    }

    public OnnxOperator with(OnnxAttribute attribute) {
        return withAttributes(Stream.concat(attributes.stream().filter(each -> !each.name().equals(attribute.name())),
                Stream.of(attribute)).toList());
    }

    public OnnxOperator without(String attribute) {
        return withAttributes(attributes.stream().filter(each -> !each.name().equals(attribute)).toList());
    }

    private OnnxOperator withAttributes(List<OnnxAttribute> newAttributes) {
        return new OnnxOperator(type, domain, inputs, outputs, newAttributes, rest);
    }

    public OnnxOperator withInputs(List<String> newInputs) {
        return new OnnxOperator(type, domain, newInputs, outputs, attributes, rest);
    }

    public OnnxOperator mapInputs(UnaryOperator<String> change) {
        return withInputs(inputs.stream().map(change).toList());
    }

    public OnnxOperator withOutput(String output) {
        return new OnnxOperator(type, domain, inputs, List.of(output), attributes, rest);
    }

    /** The same done once more elsewhere; names of operators are unique, so the second has none. */
    public OnnxOperator repeated(List<String> newInputs, String output) {
        return new OnnxOperator(type, domain, newInputs, List.of(output), attributes, List.of());
    }

    /** Whether it is ONNX's own operator of that type. */
    public boolean is(String ownType) {
        return type.equals(ownType) && (domain.isEmpty() || domain.equals("ai.onnx"));
    }

    /** The first output, by which an operator is named here. */
    public String output() {
        return outputs.getFirst();
    }

    /** The input at a place, or empty where it is left out. */
    public Optional<String> input(int place) {
        return place < inputs.size()
                ? Optional.of(inputs.get(place)).filter(name -> !name.isEmpty())
                : Optional.empty();
    }

    public Optional<OnnxAttribute> attribute(String name) {
        return attributes.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** A whole number, or another one where the attribute is left out. */
    public long number(String attribute, long otherwise) {
        return attribute(attribute).map(OnnxAttribute::number).orElse(otherwise);
    }

    ProtoMessage message() {
        ProtoMessage message = new ProtoMessage();
        inputs.forEach(input -> message.text(INPUT, input));
        outputs.forEach(output -> message.text(OUTPUT, output));
        message.text(TYPE, type).text(DOMAIN, domain);
        attributes.forEach(attribute -> message.message(ATTRIBUTE, attribute.message()));
        return message.fields(rest);
    }
}
