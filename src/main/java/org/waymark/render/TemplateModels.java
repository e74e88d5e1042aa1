package org.waymark.render;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.ObjectWrapper;
import freemarker.template.SimpleCollection;
import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateCollectionModel;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateHashModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateSequenceModel;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.waymark.markdown.Html;

/**
 * The values that templates see: strings, numbers, booleans, lists and maps; {@link Html} as safe markup, {@link
 * Optional} as a present or missing value, and the components of records. Anything else is rejected, so no
 * template can call Java methods. Thread-safe.
 */
final class TemplateModels implements ObjectWrapper {
    private final Map<Class<?>, Map<String, Method>> components = new ConcurrentHashMap<>();

    @Override
    public @Nullable TemplateModel wrap(@Nullable Object value) throws TemplateModelException {
        if (value == null) {
            return null;
        }
        if (value instanceof String text) {
            return new SimpleScalar(text);
        }
        if (value instanceof Optional<?> optional) {
            return wrap(optional.orElse(null));
        }
        if (value instanceof Html html) {
            return HTMLOutputFormat.INSTANCE.fromMarkup(html.markup());
        }
        if (value instanceof Record record) {
            return new RecordModel(record, componentsOf(record.getClass()));
        }
        if (value instanceof List<?> list) {
            return new ListModel(list);
        }
        if (value instanceof Boolean truth) {
            return truth ? TemplateBooleanModel.TRUE : TemplateBooleanModel.FALSE;
        }
        if (value instanceof Number number) {
            return new SimpleNumber(number);
        }
        if (value instanceof Map<?, ?> map) {
            return new MapModel(map);
        }
        if (value instanceof TemplateModel model) {
            return model;
        }
        throw new TemplateModelException("templates cannot use a " + value.getClass());
    }

    private Map<String, Method> componentsOf(Class<?> type) {
        Map<String, Method> known = components.get(type);
        return known != null ? known : components.computeIfAbsent(type, TemplateModels::accessors);
    }

    private static Map<String, Method> accessors(Class<?> type) {
        var methods = new HashMap<String, Method>();
        for (RecordComponent component : type.getRecordComponents()) {
            Method accessor = component.getAccessor();
            // Public anyway; this skips Java's access check on each call.
            accessor.setAccessible(true);
            methods.put(component.getName(), accessor);
        }
        return methods;
    }

    final class RecordModel implements TemplateHashModel {
        private final Record record;
        private final Map<String, Method> accessors;

        Record record() {
            return record;
        }

        RecordModel(Record record, Map<String, Method> accessors) {
            this.record = record;
            this.accessors = accessors;
        }

        @Override
        public @Nullable TemplateModel get(String name) throws TemplateModelException {
            Method accessor = accessors.get(name);
            if (accessor == null) {
                return null;
            }
            try {
                return wrap(accessor.invoke(record));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new TemplateModelException("cannot read " + name, e);
            }
        }

        @Override
        public boolean isEmpty() {
            return false;
        }
    }

    private final class ListModel implements TemplateSequenceModel {
        private final List<?> list;

        ListModel(List<?> list) {
            this.list = list;
        }

        @Override
        public @Nullable TemplateModel get(int index) throws TemplateModelException {
            return index >= 0 && index < list.size() ? wrap(list.get(index)) : null;
        }

        @Override
        public int size() {
            return list.size();
        }
    }

    private final class MapModel implements TemplateHashModelEx {
        private final Map<?, ?> map;

        MapModel(Map<?, ?> map) {
            this.map = map;
        }

        @Override
        public @Nullable TemplateModel get(String name) throws TemplateModelException {
            return wrap(map.get(name));
        }

        @Override
        public boolean isEmpty() {
            return map.isEmpty();
        }

        @Override
        public int size() {
            return map.size();
        }

        @Override
        public TemplateCollectionModel keys() {
            return new SimpleCollection(map.keySet(), TemplateModels.this);
        }

        @Override
        public TemplateCollectionModel values() {
            return new SimpleCollection(map.values(), TemplateModels.this);
        }
    }
}
