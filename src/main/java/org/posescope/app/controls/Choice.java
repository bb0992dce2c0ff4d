package org.posescope.app.controls;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/** One of several values, each with a name. FX thread. */
public final class Choice<T> extends ComboBox<Choice.Named<T>> {
    private static final double WIDTH = 200;
    private boolean showing;

    /** A value and what the user reads. */
    public record Named<T>(T value, String name) {}

    /** @param chosen told when the user chooses */
    public Choice(List<Named<T>> values, Consumer<T> chosen) {
        getItems().setAll(values);
        setPrefWidth(WIDTH);
        setMinWidth(WIDTH);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(Named<T> named) {
                return named == null ? "" : named.name();
            }

            @Override
            public Named<T> fromString(String text) {
                throw new UnsupportedOperationException("nothing is typed");
            }
        });
        setOnAction(event -> {
            if (!showing && getValue() != null) {
                chosen.accept(getValue().value());
            }
        });
    }

    /** Offers other values and shows one of them, without telling of it. */
    public void offer(List<Named<T>> values, T value) {
        showing = true;
        getItems().setAll(values);
        showing = false;
        show(value);
    }

    /** Shows a value that was chosen elsewhere, without telling of it again. */
    public void show(T value) {
        Optional<Named<T>> named = getItems().stream().filter(each -> each.value().equals(value)).findFirst();
        showing = true;
        setValue(named.orElse(null));
        showing = false;
    }
}
