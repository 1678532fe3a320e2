import { type Language, lines, words } from './newsroomVocabulary.ts'

export const spanish: Language = {
  tag: 'es',
  share: 40,
  separator: '.',
  beats: [
    {
      name: 'vida local',
      topics: words('Local government, Housing, Transport, Water'),
      slots: {
        body: words(
          'el ayuntamiento, el gobierno regional, el consejo escolar, el tribunal, el consorcio de transportes',
        ),
        object:
          words(`los autobuses nocturnos, los carriles bici, las viviendas sociales, los comedores escolares, los mercados de abastos,
          las bibliotecas móviles, los diques, los huertos urbanos, los pasos a nivel, las fuentes públicas`),
      },
    },
  ],
  slots: {
    headline: lines(`
      {place}: {body} {outcome} el {plan} para {object}
      Por qué {object} dividen a {place}
      Qué cambia en {place} con el {plan} para {object}
      {place} y {rival} se disputan {object}
      {officialLast} {outcome} el {plan} para {object} en {place}
      {place} sigue esperando {object}`),
    summary: lines(`
      En {place}, un {plan} de {sum} reabre la disputa por {reason}.
      {officialFirst} {officialLast} no quiere esperar más; {criticFirst} {criticLast} pide otra revisión.`),
    lede: lines(`
      En {place}, {body} {outcome:1} el {weekday} un {plan} para {object}, tras {duration} de discusiones.
      Desde hace {duration} se habla en {place} de {reason}; desde el {weekday} hay un {plan} sobre la mesa.
      Eran {number} las personas que esperaban el {weekday} ante la sala para saber qué pasará con {object} en {place}.`),
    fact: lines(`
      El {plan} cuesta {sum}, y el {percent} por ciento lo paga la región.
      Afecta a {number} hogares entre la {street} y la {street}, además de los pueblos de {village} y {village}.
      {officialFirst} {officialLast} dijo en {month} que {reason} no dejaba otra salida.
      {criticFirst} {criticLast} considera que el {plan} es {verdict} y pide una segunda lectura.
      En {rival}, donde se intentó lo mismo en {year}, las quejas bajaron un {percent} por ciento.
      De las {number} cartas recibidas, cerca del {percent} por ciento estaban a favor.
      {person}, {trade} de {village}, ha seguido todas las sesiones y guarda cada página.
      En la {street}, una {thing} {quality} recuerda cómo se hacía antes.
      Dos intentos, en {year} y en {year}, fracasaron por {reason}.
      El acta tiene {number} páginas y vuelve {small} veces sobre el asunto.
      Entre {month} y {month} se gastaron {number} euros solo en {object}.
      Nadie supo decir el {weekday} quién pagará si el dinero no alcanza.
      {criticLast} recuerda que en {village} solo queda, de {number} euros, una {thing} {quality}.
      Un estudio llegado de {rival} calcula que {reason} cuesta {number} euros al año.
      Cada año desde {year}, {number} personas firman la misma petición.
      Pese a todo, {object} deberían estar listos antes de {deadline}.
      {officialLast} había prometido ya en {year} que nadie perdería su empleo por {object}.`),
    quote: lines(`
      «Llevábamos {duration} esperando», dijo {officialLast}.
      «Nadie nos preguntó —lamenta {criticLast}—. Nos dejaron una {thing} {quality}, y nada más.»
      «No veo qué tiene que ver {reason} con {object}», dijo {person}, {trade} de {village}.
      «Es {verdict}, y en la {street} lo sabe todo el mundo», afirma {criticLast}.
      «Vuelvan en {deadline}», sonríe {person}, {trade}.`),
    figure: lines(`
      El próximo recuento, en {number} hogares, se espera antes de la próxima sesión.
      Según el último cálculo, {number} vecinos notarán la diferencia el primer año.
      Hasta ahora se han inscrito {number} personas.`),
    takeaway: lines(`
      El {plan} para {object} en {place} cuesta {sum}.
      La disputa gira en torno a un punto: {reason}.
      Las obras deben empezar en {deadline} a más tardar.
      {rival} ya intentó lo mismo en {year}.
      {officialFirst} {officialLast} confía en repartir los gastos.`),
    closing: lines(`
      Queda {reason}, y la promesa de volver sobre ello en {deadline}.
      En {place}, la {thing} {quality} de la {street} es ya el lugar donde se habla de todo esto.
      {criticLast} ya ha reservado asiento para la próxima sesión.`),
    heading: lines(`
      Qué dice el {plan}
      Quién paga
      La vista desde la {street}
      El ejemplo de {rival}
      {number} cartas
      Cómo se llegó hasta aquí
      Dudas en {village}
      Antes de {year}`),
    takeawaysHeading: ['Lo esencial', 'En pocas palabras'],
    closingHeading: ['Y ahora qué', 'Lo que queda'],
    editNote: words('nombres comprobados, cifras actualizadas, texto abreviado'),
    correction: ['Una versión anterior de este artículo decía {wrong}. Lo correcto es {right}.'],
    addition: lines(`
      Tras publicarse este artículo se confirmó que {reason} volverá a examinarse.
      El {weekday} se supo que habían llegado {number} cartas más.`),
    plan: words('plan, presupuesto, proyecto, programa, contrato, calendario, fondo, pliego'),
    outcome: words(
      'aprueba|aprobó, rechaza|rechazó, aplaza|aplazó, estudia|estudió, defiende|defendió, recorta|recortó',
    ),
    reason: words(
      'la demora, la burocracia, la sequía, la humedad, la falta de personal, la deuda, la herrumbre, la salinidad',
    ),
    verdict: words('caro, tardío, injusto, inviable, precipitado, tímido, quimérico'),
    duration: words('dos años, seis meses, diez semanas, cuatro años, dieciocho meses, once años'),
    quality: words(
      'nueva, vacía, vieja, provisional, olvidada, oxidada, pintada, torcida, carcomida, desvencijada',
    ),
    thing: words(
      'puerta, mesa, lámpara, verja, campana, barca, pancarta, caseta, escalera, carreta, veleta, cisterna, noria',
    ),
    trade: words(
      'maestra, enfermera, panadera, jardinera, carpintera, apicultora, librera, modista, encuadernadora, campanera',
    ),
    person: ['{womanName} {surname}'],
    womanName: words('Carmen, Lucía, Pilar, Elena, Rocío, Inmaculada, Nuria, Remedios, Eulalia, Casilda'),
    officialFirst: ['{firstName}'],
    officialLast: ['{surname}'],
    criticFirst: ['{firstName}'],
    criticLast: ['{surname}'],
    firstName: words(
      'Javier, Marta, Luis, Ana, Ignacio, Beatriz, Rafael, Montserrat, Gonzalo, Leocadia, Zacarías',
    ),
    surname: ['{surnameStart}{surnameEnd}'],
    surnameStart: words('Mar, Her, Fern, Ben, Val, Rod, Sal, Cab, Qu, Arr'),
    surnameEnd: words('ález, ínez, edo, ero, ona, amonte, uera, ieta, arez'),
    place: ['{placeStart}{placeEnd}', 'Villa{placeEnd}', '{placeStart}{placeEnd} del Río'],
    rival: ['{placeStart}{placeEnd}'],
    village: ['{placeStart}{placeEnd}', 'Villa{placeEnd}'],
    placeStart: words('Monte, Fuente, Torre, Peña, Valde, Casa, Puente, Campo, Roca, Piedra, Mata, Sierra'),
    placeEnd: words('clara, blanca, alta, seca, verde, rubia, honda, mayor, vieja, lobos, cabras, mora'),
    street: ['calle {surname}', 'calle Mayor', 'plaza de {village}', 'avenida de {rival}'],
    sum: ['{small} millones de euros', '{small},{digit} millones de euros', '{small}00.000 euros'],
    deadline: ['{month}'],
    weekday: words('lunes, martes, miércoles, jueves, viernes, sábado'),
    month: words(
      'enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, octubre, noviembre, diciembre',
    ),
  },
}
