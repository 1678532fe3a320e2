import { type Language, lines, words } from './newsroomVocabulary.ts'

export const brazilian: Language = {
  tag: 'pt-BR',
  share: 6,
  separator: '.',
  beats: [
    {
      name: 'cidades',
      topics: words('Local government, Transport, Public health'),
      slots: {
        body: words('a prefeitura, a câmara, a justiça, a comissão, a secretaria'),
        object: words(
          'os ônibus noturnos, as ciclovias, as moradias populares, as feiras livres, os postos de saúde, as pontes',
        ),
      },
    },
  ],
  slots: {
    headline: lines(`
      {place}: {body} {outcome} {plan} para {object}
      Por que {object} dividem {place}
      O que muda em {place} com o {plan} para {object}
      {place} e {rival} disputam {object}`),
    summary: ['Em {place}, um {plan} de {sum} reabre a disputa sobre {reason}.'],
    lede: lines(`
      Em {place}, na {weekday}, {body} {outcome:1} um {plan} para {object}, depois de {duration} de discussões.
      Há {duration} {place} discute {reason}; desde a {weekday} existe um {plan} sobre a mesa.`),
    fact: lines(`
      O {plan} custa {sum}, dos quais {percent} por cento saem dos cofres do estado.
      São {number} famílias entre a {street} e a {street}, além das vilas de {village} e {village}.
      {officialFirst} {officialLast} disse em {month} que {reason} não deixava outra saída.
      {criticFirst} {criticLast} considera o {plan} {verdict} e pede nova votação.
      Em {rival}, onde se tentou o mesmo em {year}, as queixas caíram {percent} por cento.
      Das {number} cartas recebidas, cerca de {percent} por cento eram favoráveis.
      Na {street}, uma {thing} {quality} lembra como se fazia antes.
      Duas tentativas, em {year} e em {year}, fracassaram.
      A ata tem {number} páginas e volta {small} vezes ao assunto.
      Ninguém soube dizer na {weekday} quem paga se o dinheiro acabar.
      Todo ano, desde {year}, {number} pessoas assinam o mesmo abaixo-assinado.
      {criticLast} lembra que em {village} só restou, de {number} reais, uma {thing} {quality}.`),
    quote: lines(`
      “Esperamos {duration} por isso”, disse {officialLast}.
      “Ninguém nos perguntou nada”, reclama {criticLast}.
      “É {verdict}, e na {street} todos sabem”, afirma {criticLast}.`),
    figure: lines(`
      A próxima contagem, em {number} casas, sai antes da próxima sessão.
      Até agora, {number} pessoas se inscreveram.`),
    takeaway: lines(`
      O {plan} para {object} em {place} custa {sum}.
      A disputa gira em torno de um ponto: {reason}.
      As obras devem começar até {deadline}.`),
    closing: lines(`
      Resta {reason}, e a promessa de voltar ao tema em {deadline}.
      {criticLast} já reservou lugar para a próxima sessão.`),
    heading: lines(`
      O que diz o {plan}
      Quem paga
      O exemplo de {rival}
      {number} cartas
      Dúvidas em {village}`),
    takeawaysHeading: ['Em resumo'],
    closingHeading: ['E agora'],
    editNote: words('nomes conferidos, números atualizados'),
    correction: ['Uma versão anterior deste texto trazia {wrong}. O correto é {right}.'],
    addition: ['Depois da publicação chegaram mais {number} cartas.'],
    plan: words('plano, orçamento, projeto, programa, contrato, calendário, edital'),
    outcome: words('aprova|aprovou, rejeita|rejeitou, adia|adiou, analisa|analisou, defende|defendeu'),
    reason: words('a burocracia, a seca, a falta de pessoal, a ferrugem, a maresia'),
    verdict: words('caro, tardio, injusto, inviável, apressado'),
    duration: words('dois anos, seis meses, dez semanas, dezoito meses'),
    quality: words('nova, vazia, provisória, enferrujada, pintada, carcomida'),
    thing: words('porta, placa, lâmpada, canoa, cadeira, escada, carroça, cisterna'),
    officialFirst: ['{firstName}'],
    officialLast: ['{surname}'],
    criticFirst: ['{firstName}'],
    criticLast: ['{surname}'],
    firstName: words('João, Ana, Carlos, Mariana, Tiago, Jussara, Iracema, Otávio'),
    surname: ['{surnameStart}{surnameEnd}'],
    surnameStart: words('Mar, Bar, Ol, Fer, Cam, Sil, Tav'),
    surnameEnd: words('ques, ros, iveira, nandes, argo, ares'),
    place: ['{placeStart}{placeEnd}'],
    rival: ['{placeStart}{placeEnd}'],
    village: ['{placeStart}{placeEnd}'],
    placeStart: words('Monte, Porto, Campo, Ponte, Pedra, Serra, Barra'),
    placeEnd: words('lindo, claro, verde, velho, alto, bonito, manso, seco'),
    street: ['rua {surname}', 'avenida {surname}', 'rua Direita'],
    sum: ['{small} milhões de reais', '{small}00.000 reais'],
    deadline: ['{month}'],
    weekday: words('segunda-feira, terça-feira, quarta-feira, quinta-feira, sexta-feira'),
    month: words('janeiro, março, maio, junho, setembro, dezembro'),
  },
}
